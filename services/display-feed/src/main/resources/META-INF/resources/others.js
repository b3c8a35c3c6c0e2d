// What hangs on other walls: each named panel, and the displays that asked.
import { number, text } from './words.js';

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

/** A card for each panel with a name. Which there are is asked once; the first is the one that the rest of the page shows. */
export async function showPanels(query, address, headers) {
  const answer = await fetch('display/panels', { headers });
  if (!answer.ok) return;
  const [, ...panels] = (await answer.json()).panels;
  const cards = panels.map(panel => {
    const target = `display/week/0.png?panel=${panel.name}${query ? '&' + query : ''}`;
    const image = made('img', { alt: text('pictureOf', panel.name), width: panel.width, height: panel.height });
    image.style.width = `${Math.min(518, panel.width)}px`;
    picture(target, headers).then(data => { image.src = data; }, () => image.classList.add('failed'));
    const line = [panel.name, panel.devices, text('greys', panel.greys), `${panel.dpi} dpi`];
    return made('figure', { className: 'panel' }, image,
      made('figcaption', { className: 'told-line' }, ...line.map(words => made('span', { textContent: words })),
        made('code', { textContent: address(target) })));
  });
  $('panels').replaceChildren(...cards);
}

/** A row for each display that said which one it is. */
export function showDevices(devices = []) {
  $('devices-section').hidden = devices.length === 0;
  $('devices').replaceChildren(...devices.map(device => {
    const battery = device.batteryMillivolt ? `${number(device.batteryMillivolt / 1000)} V` : '';
    const signal = device.rssiDbm ? `${device.rssiDbm} dBm` : '';
    const seen = new Date(device.lastSeenAt).toLocaleString(document.documentElement.lang);
    const cells = [device.name ?? device.id, battery, signal, device.firmware ?? '', device.shows ?? '', seen, device.lastLog ?? ''];
    return made('tr', {}, ...cells.map(words => made('td', { textContent: words })));
  }));
}
