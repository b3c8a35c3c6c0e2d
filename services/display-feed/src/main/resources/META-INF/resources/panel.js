// Turns the bytes of an answer into luminances 0 to 3, as a device would, and shows them as paper would.

export const WIDTH = 480;
export const HEIGHT = 280;
const PAPER = [[35, 33, 31], [101, 99, 94], [166, 164, 156], [227, 225, 216]];

/** Luminances, row by row, of what an address answered. */
export async function decode(bytes, form) {
  return form.format === 'raw' || form.format === 'bin' ? panelMemory(bytes, form) : picture(bytes, form);
}

// The driver fills a memory of 280 columns and 480 rows; the panel then lies on its side.
function panelMemory(bytes, { format, rot }) {
  const bits = format === 'raw' ? 2 : 1;
  const expected = WIDTH * HEIGHT * bits / 8;
  if (bytes.length !== expected) {
    throw new Error(`${bytes.length} bytes instead of ${expected}`);
  }
  const levels = new Uint8Array(WIDTH * HEIGHT);
  const perByte = 8 / bits;
  const columns = rot === '0' ? WIDTH : HEIGHT;
  for (let i = 0; i < levels.length; i++) {
    const value = bytes[Math.floor(i / perByte)] >> (8 - bits - (i % perByte) * bits) & (2 ** bits - 1);
    const column = i % columns;
    const row = Math.floor(i / columns);
    const [x, y] = rot === '0' ? [column, row] : rot === '90' ? [row, HEIGHT - 1 - column] : [WIDTH - 1 - row, column];
    levels[y * WIDTH + x] = bits === 2 ? value : value * 3;
  }
  return levels;
}

async function picture(bytes, { format }) {
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/' + format }));
  if (image.width !== WIDTH || image.height !== HEIGHT) {
    throw new Error(`${image.width}x${image.height} pixels instead of ${WIDTH}x${HEIGHT}`);
  }
  const context = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d');
  context.drawImage(image, 0, 0);
  const rgba = context.getImageData(0, 0, WIDTH, HEIGHT).data;
  return Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => Math.round(rgba[i * 4] / 85));
}

/** Draws luminances on a canvas of the panel's size. */
export function show(canvas, levels) {
  const image = new ImageData(WIDTH, HEIGHT);
  for (let i = 0; i < levels.length; i++) {
    const [red, green, blue] = PAPER[levels[i]];
    image.data[4 * i] = red;
    image.data[4 * i + 1] = green;
    image.data[4 * i + 2] = blue;
    image.data[4 * i + 3] = 255;
  }
  canvas.getContext('2d').putImageData(image, 0, 0);
}
