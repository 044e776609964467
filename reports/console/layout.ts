/** Everything a terminal could take for an instruction: results must never move a cursor or change a colour. */
// oxlint-disable-next-line no-control-regex -- naming the control characters is the point
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/** Text from results, safe to print. */
export function printable(text: string): string {
  return text.replace(CONTROL, '\uFFFD').replaceAll('\t', '  ');
}

/** Cuts a text that is too long, visibly. */
export function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}

/** Breaks a text into lines of at most this width, at spaces where there are any. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of printable(text).split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      const joined = line === '' ? word : `${line} ${word}`;
      if (joined.length <= width) {
        line = joined;
        continue;
      }
      if (line !== '') lines.push(line);
      line = word;
      while (line.length > width) {
        lines.push(line.slice(0, width));
        line = line.slice(width);
      }
    }
    lines.push(line);
  }
  return lines;
}

/** A text in an indented block, its first line led by a label. */
export function labelled(label: string, text: string, columns: number): readonly string[] {
  const indent = ' '.repeat(label.length);
  return wrap(text, Math.max(20, columns - label.length)).map(
    (line, index) => `${index === 0 ? label : indent}${line}`,
  );
}
