// Judges presentations by the Open XML SDK of Microsoft: prints what it finds in each as JSON, by path. A file that it cannot
// open has one finding, that it is none. One process for all, for it takes the SDK seconds to start.
import { readFile } from "node:fs/promises";
import validate from "@ooxml-tools/validate";

const found = {};
for (const path of process.argv.slice(2)) {
  try {
    found[path] = await validate(await readFile(path), "pptx", "Microsoft365");
  } catch (error) {
    found[path] = [{ id: "unreadable", description: String(error), path: { partUri: "", xpath: "" } }];
  }
}
process.stdout.write(JSON.stringify(found), () => process.exit(0));
