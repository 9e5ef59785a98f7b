// Feeds what it reads to xterm.js without a screen, and writes what can be seen then.
// Without a scrollback, since it restores the cursor to a row of that and not of the screen.
// A line in: "rows columns base64". A line out: the cursor and the rows as JSON.
'use strict';
globalThis.self = globalThis;
const { Terminal } = require('@xterm/headless');
const { Unicode11Addon } = require('@xterm/addon-unicode11');

function flags(cell) {
  return (cell.isBold() ? 'b' : '') + (cell.isDim() ? 'f' : '') + (cell.isItalic() ? 'i' : '')
    + (cell.isUnderline() ? 'u' : '') + (cell.isBlink() ? 'k' : '') + (cell.isInverse() ? 'v' : '')
    + (cell.isInvisible() ? 'h' : '') + (cell.isStrikethrough() ? 's' : '')
    + (cell.isOverline() ? 'o' : '');
}

function color(isDefault, isPalette, value) {
  return isDefault ? '-' : (isPalette ? '' : '#') + value;
}

function look(cell) {
  return [
    cell.getWidth() === 0 ? '' : cell.getChars() || ' ',
    cell.getWidth(),
    color(cell.isFgDefault(), cell.isFgPalette(), cell.getFgColor()),
    color(cell.isBgDefault(), cell.isBgPalette(), cell.getBgColor()),
    flags(cell),
  ];
}

function seen(terminal) {
  const buffer = terminal.buffer.active;
  const rows = [];
  for (let y = 0; y < terminal.rows; y++) {
    const line = buffer.getLine(buffer.baseY + y);
    const cells = [];
    for (let x = 0; x < terminal.cols; x++) {
      cells.push(look(line.getCell(x)));
    }
    rows.push(cells);
  }
  const last = terminal.modes.wraparoundMode ? terminal.cols : terminal.cols - 1;
  return { row: buffer.cursorY, column: Math.min(buffer.cursorX, last), rows };
}

async function answer(line) {
  const [rows, columns, data] = line.split(' ');
  const terminal = new Terminal({
    rows: Number(rows), cols: Number(columns), scrollback: 0, allowProposedApi: true, logLevel: 'off',
    windowOptions: { setWinLines: true } });
  terminal.loadAddon(new Unicode11Addon());
  terminal.unicode.activeVersion = '11';
  await new Promise(done => terminal.write(Buffer.from(data, 'base64'), done));
  process.stdout.write(JSON.stringify(seen(terminal)) + '\n');
  terminal.dispose();
}

let turn = Promise.resolve();
require('readline').createInterface({ input: process.stdin })
  .on('line', line => { turn = turn.then(() => answer(line)); });
