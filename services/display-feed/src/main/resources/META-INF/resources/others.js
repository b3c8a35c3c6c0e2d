// What hangs on other walls: each named panel, and the displays that asked.
import { addressRow } from './addresses.js';
import { moment, text, volt } from './words.js';

const MOST_WIDE = 518;
const MOST_HIGH = 320;
const $ = id => document.getElementById(id);
const made = (name, fields = {}, ...children) => {
  const element = Object.assign(document.createElement(name), fields);
  element.append(...children);
  return element;
};

/** The picture as an address that the page may show: its own policy knows no other for what came with a key. */
async function picture(target, headers) {
  const answer = await fetch(target, { cache: 'no-cache', headers });
  if (!answer.ok) throw new Error(answer.status);
  const bytes = await answer.blob();
  return new Promise((taken, failed) => {
    const reader = Object.assign(new FileReader(), { onload: () => taken(reader.result), onerror: failed });
    reader.readAsDataURL(bytes);
  });
}

class PanelCard {
  constructor(panel) {
    const { name, width, height, dpi } = panel;
    this.name = name;
    this.turn = 0;
    this.image = made('img', { alt: text('pictureOf', name), width, height });
    this.image.style.setProperty('--shown', `${Math.min(MOST_WIDE, width, Math.round(MOST_HIGH * width / height))}px`);
    this.image.style.setProperty('--real', `${width / dpi}in`);
    const { row, field } = addressRow(name);
    this.field = field;
    const line = [name, panel.devices, text('greys', panel.greys), `${dpi} dpi`];
    this.element = made('figure', { className: 'panel' }, this.image, row,
      made('figcaption', { className: 'told-line' }, ...line.map(words => made('span', { textContent: words }))));
  }

  async load(target, address, headers) {
    const turn = ++this.turn;
    this.field.value = address(target);
    const data = await picture(target, headers).catch(() => null);
    if (turn !== this.turn) return;
    if (data) this.image.src = data;
    this.image.classList.toggle('failed', !data);
  }
}

let cards = [];

/** A card for each panel with a name but the first, which the rest of the page shows. Which there are is asked once. */
export async function showPanels(path, address, headers) {
  if (!cards.length) {
    const answer = await fetch('display/panels', { headers });
    if (!answer.ok || cards.length) return;
    cards = (await answer.json()).panels.slice(1).map(panel => new PanelCard(panel));
    $('panels').replaceChildren(...cards.map(card => card.element));
  }
  for (const card of cards) card.load(path('week/0', { format: 'png', panel: card.name }), address, headers);
}

/** A row for each display that said which one it is. */
export function showDevices(devices = []) {
  $('devices-section').hidden = devices.length === 0;
  $('devices').replaceChildren(...devices.map(device => {
    const cells = [
      ['device', device.name ?? device.id],
      ['battery', device.batteryMillivolt && volt(device.batteryMillivolt / 1000)],
      ['signal', device.rssiDbm && `${device.rssiDbm} dBm`],
      ['firmware', device.firmware],
      ['view', device.shows],
      ['lastSeen', moment(device.lastSeenAt)],
      ['lastLog', device.lastLog],
    ];
    return made('tr', {}, ...cells.map(([name, words]) => {
      const cell = made('td', { textContent: words ?? '' });
      cell.dataset.column = text(name);
      return cell;
    }));
  }));
}
