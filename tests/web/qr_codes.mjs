// QR codes beside those of another maker: standard input {texts}, standard output rows of modules.
import { readFileSync } from "node:fs";
import { qrCode } from "../../quiz/web/qr.js";

const { texts } = JSON.parse(readFileSync(0, "utf8"));
const codes = texts.map((/** @type {string} */ text) => qrCode(text).map((row) => row.map(Number)));
process.stdout.write(JSON.stringify(codes));
