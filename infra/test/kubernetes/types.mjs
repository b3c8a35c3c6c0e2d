// types.mjs FILE: every document of the file has the fields and the types that its kind demands. Exits 1 and says which not.
import { readFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";

let faults = 0;
let checked = 0;
for (const document of parseAllDocuments(readFileSync(process.argv[2], "utf8"))) {
  if (document.errors.length > 0) throw document.errors[0];
  const object = document.toJS();
  if (object === null) continue;
  const name = `${object.kind}/${object.metadata?.name}`;
  const models = object.apiVersion.startsWith("keda.sh/")
    ? `@kubernetes-models/keda/${object.apiVersion}/${object.kind}`
    : `kubernetes-models/${object.apiVersion}/${object.kind}`;
  const { [object.kind]: Model } = await import(models);
  try {
    new Model(object).validate();
  } catch (error) {
    faults++;
    console.error(`${name}: ${error.message}`);
  }
  checked++;
}
console.log(`${checked} objects, ${faults} with faults`);
process.exit(faults > 0 || checked === 0 ? 1 : 0);
