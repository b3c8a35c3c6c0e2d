// types.mjs FILE: every document of the file has the fields and the types that its kind demands, and those of KEDA no others (UnknownFields
// has no models of them). Exits 1 and says which not.
import { readFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";

const OF_ANY_OBJECT = new Set(["apiVersion", "kind", "metadata", "spec", "status"]);

// The value as a model's check sees it; `unread` afterwards gives the paths of the fields for which it did not look. A check that looked for no
// field of an object takes it as it is.
function watched(value, path, unread) {
  if (value === null || typeof value !== "object") return value;
  const read = new Set();
  const fields = Array.isArray(value) ? [] : {};
  for (const [key, field] of Object.entries(value)) fields[key] = watched(field, `${path}.${key}`, unread);
  unread.push(() =>
    read.size === 0 || Array.isArray(value) ? [] : Object.keys(value).filter((key) => !read.has(key)).map((key) => `${path}.${key}`),
  );
  return new Proxy(fields, {
    get(target, key, receiver) {
      read.add(key);
      return Reflect.get(target, key, receiver);
    },
  });
}

function unknownFields(object, Model) {
  const unread = [];
  const model = new Model(object);
  model.spec = watched(object.spec, "spec", unread);
  model.validate();
  return [...Object.keys(object).filter((key) => !OF_ANY_OBJECT.has(key)), ...unread.flatMap((paths) => paths())];
}

let faults = 0;
let checked = 0;
for (const document of parseAllDocuments(readFileSync(process.argv[2], "utf8"))) {
  if (document.errors.length > 0) throw document.errors[0];
  const object = document.toJS();
  if (object === null) continue;
  const name = `${object.kind}/${object.metadata?.name}`;
  const isKedas = object.apiVersion.startsWith("keda.sh/");
  const models = `${isKedas ? "@kubernetes-models/keda" : "kubernetes-models"}/${object.apiVersion}/${object.kind}`;
  const { [object.kind]: Model } = await import(models);
  try {
    new Model(object).validate();
    for (const field of isKedas ? unknownFields(object, Model) : []) {
      faults++;
      console.error(`${name}: unknown field ${field}`);
    }
  } catch (error) {
    faults++;
    console.error(`${name}: ${error.message}`);
  }
  checked++;
}
console.log(`${checked} objects, ${faults} with faults`);
process.exit(faults > 0 || checked === 0 ? 1 : 0);
