// What a script of the page must not do. Formatting is prettier's.
import js from "@eslint/js";
import globals from "globals";

const strict = {
  ...js.configs.recommended.rules,
  "consistent-return": "error",
  eqeqeq: ["error", "always", { null: "ignore" }],
  "no-console": "error",
  "no-eval": "error",
  "no-implicit-globals": "error",
  "no-param-reassign": "error",
  "no-restricted-properties": [
    "error",
    { property: "innerHTML", message: "Text from meters is never markup: make() and place() in dom.js." },
    { property: "outerHTML", message: "Text from meters is never markup: make() and place() in dom.js." },
  ],
  "no-shadow": "error",
  "no-unused-expressions": ["error", { allowShortCircuit: true, allowTernary: true }],
  "no-unused-vars": "error",
  "no-use-before-define": ["error", { functions: false, classes: false, variables: false }],
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-const": "error",
  "prefer-template": "error",
};

export default [
  {
    files: ["**/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: strict,
  },
  {
    files: ["**/worker.js"],
    languageOptions: { sourceType: "script", globals: globals.serviceworker },
    rules: { "no-implicit-globals": "off" },
  },
  { files: ["**/first.js"], languageOptions: { sourceType: "script" } },
  { files: ["**/*.test.js"], languageOptions: { globals: globals.node } },
];
