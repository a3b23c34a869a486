// A deck of PptxGenJS: two slides, a table with runs of several formats, notes.
const PptxGenJS = require("pptxgenjs");

const deck = new PptxGenJS();
deck.layout = "LAYOUT_WIDE";
const first = deck.addSlide();
first.addText("Costs", { x: 0.5, y: 0.3, w: 12, h: 0.8, fontSize: 28 });
const row = (...texts) => texts.map((text) => ({ text, options: { fontSize: 14 } }));
const mixed = {
  text: [
    { text: "about ", options: { fontSize: 14 } },
    { text: "12 ms", options: { fontSize: 14, bold: true } },
    { text: " at best", options: { fontSize: 14 } },
  ],
};
first.addTable(
  [row("Question", "Containers", "Serverless"), row("Cost when idle", "Paid by the hour", "Nothing"), [...row("Start", "none"), mixed]],
  { x: 0.5, y: 1.5, w: 12, colW: [4, 4, 4], objectName: "tradeoff:costs", border: { pt: 1, color: "808080" } },
);
first.addNotes("Say it slowly.");

deck.writeFile({ fileName: process.argv[2] });
