import { addressRow } from './addresses.js';
import { WIDTH, HEIGHT, decode, show } from './panel.js';
import { showDevices, showPanels } from './others.js';
import { number, text, translate } from './words.js';

const PERIODS = ['day', 'week', 'month', 'year'];
const REST_MILLIS = 400;
const $ = id => document.getElementById(id);
const key = () => sessionStorage.getItem('sem-read-key') ?? '';

// ---- addresses -------------------------------------------------------------------------------------------------

const forms = {
  raw: { format: 'raw' }, bin: { format: 'bin' }, png: { format: 'png' }, 'png-1': { format: 'png', bits: '1' },
  bmp: { format: 'bmp' }, 'bmp-8': { format: 'bmp', bits: '8' },
};
let status = { meters: [], defaultLanguage: 'nl' };

function chosenForm() {
  const form = { ...forms[$('form').value] };
  if (form.format === 'raw' || form.format === 'bin') {
    form.rot = $('rot').value;
  }
  return form;
}

/** The path of a picture; what is the default anyway is left out, so that the address stays short. */
function path(subject, form) {
  const meter = $('meter').value;
  const query = new URLSearchParams();
  if (form.panel) query.set('panel', form.panel);
  if (form.bits) query.set('bits', form.bits);
  if (form.rot && form.rot !== '270') query.set('rot', form.rot);
  if (subject !== 'testcard') {
    if ($('lang').value !== status.defaultLanguage) query.set('lang', $('lang').value);
    if ($('utility').value !== 'electricity') query.set('utility', $('utility').value);
  }
  const own = meter && meter !== status.defaultMeter && subject !== 'testcard' ? meter + '/' : '';
  const tail = query.size ? '?' + query : '';
  return `display/${own}${subject}.${form.format}${tail}`;
}

/** The address for a device. The key itself is never shown. */
function address(path) {
  const url = new URL(path, document.baseURI);
  return url.href + (key() ? (url.search ? '&' : '?') + 'key=YOUR-READ-KEY' : '');
}

// ---- panels ----------------------------------------------------------------------------------------------------

class Panel {
  constructor(frame) {
    this.frame = frame;
    this.canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT });
    this.canvas.setAttribute('role', 'img');
    this.mark = Object.assign(document.createElement('span'), { className: 'row-mark' });
    frame.append(this.canvas, this.mark);
    this.turn = 0;
  }

  /** Fetches, decodes and shows a picture. Gives what was told about it, or nothing when a newer one overtook it. */
  async load(path, form) {
    const turn = ++this.turn;
    const began = performance.now();
    try {
      const answer = await fetch(path, { cache: 'no-cache', headers: key() ? { 'X-API-Key': key() } : {} });
      if (answer.status === 401 || answer.status === 403) {
        $('key-form').hidden = false;
      }
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const millis = performance.now() - began;
      const levels = await decode(bytes, form);
      if (turn !== this.turn) return null;
      show(this.canvas, levels);
      this.frame.classList.remove('failed');
      this.mark.className = 'row-mark ' + ({ 270: 'right', 90: 'left' }[form.rot] ?? '');
      this.mark.hidden = !form.rot || form.rot === '0';
      const view = answer.headers.get('X-View');
      this.canvas.setAttribute('aria-label', view ? text('pictureOf', view) : text('card'));
      return { millis, bytes: bytes.length, view, status: answer.headers.get('X-Feed-Status'),
        next: answer.headers.get('X-Next-Update'), etag: answer.headers.get('ETag'), clamped: answer.headers.has('X-View-Clamped') };
    } catch (problem) {
      if (turn === this.turn) this.frame.classList.add('failed');
      return null;
    }
  }
}

class Card {
  constructor(parent, subject) {
    this.subject = subject;
    const card = Object.assign(document.createElement('div'), { className: 'card' });
    const frame = Object.assign(document.createElement('div'), { className: 'frame' });
    const { row, field } = addressRow(subject);
    this.field = field;
    this.line = Object.assign(document.createElement('p'), { className: 'told-line' });
    card.append(frame, row, this.line);
    parent.append(card);
    this.panel = new Panel(frame);
  }

  async load() {
    const form = chosenForm();
    const target = path(this.subject, form);
    this.field.value = address(target);
    const told = await this.panel.load(target, form);
    if (told) {
      this.line.replaceChildren(...[told.view, told.status, text('inBytes', number(told.bytes)), `ETag ${told.etag}`,
        told.next && text('next', told.next)].filter(Boolean).map(words => Object.assign(document.createElement('span'), { textContent: words })));
    }
  }
}

// ---- the knob --------------------------------------------------------------------------------------------------

const wall = new Panel($('wall-frame'));
const knob = { period: 'week', offset: 0, angle: 0, rest: 0 };

async function turned() {
  clearTimeout(knob.rest);
  $('pointer').style.transform = `rotate(${knob.angle}deg)`;
  for (const button of $('periods').children) {
    button.setAttribute('aria-pressed', button.dataset.period === knob.period);
  }
  $('later').disabled = knob.offset === 0;
  const rot = $('rot').value;
  knob.rest = setTimeout(async () => {
    if (forms[$('form').value].format !== 'bin') told(await wall.load(path(subject(), { format: 'raw', rot }), { format: 'raw', rot }), text('rawGreys'));
  }, REST_MILLIS);
  told(await wall.load(path(subject(), { format: 'bin', rot }), { format: 'bin', rot }), text('binMono'));
}

const subject = () => `${knob.period}/${knob.offset}`;

function told(answer, form) {
  if (!answer) return;
  if (answer.view) {
    knob.offset = Number(answer.view.split(',')[1]);
  }
  $('knob').setAttribute('aria-valuenow', knob.offset);
  $('knob').setAttribute('aria-valuetext', answer.view);
  const facts = [['view', answer.view + (answer.clamped ? ` ${text('endOfData')}` : '')], ['bytes', `${number(answer.bytes)}, ${form}`],
    ['answered', text('after', answer.millis.toFixed(0))], ['status', answer.status], ['nextOne', `${answer.next} s`]];
  $('told').replaceChildren(...facts.flatMap(([name, value]) =>
    [Object.assign(document.createElement('dt'), { textContent: text(name) }), Object.assign(document.createElement('dd'), { textContent: value })]));
}

function turn(steps) {
  knob.offset = Math.min(0, knob.offset + steps);
  knob.angle += steps * 18;
  turned();
}

function change(steps) {
  knob.period = PERIODS[(PERIODS.indexOf(knob.period) + steps + PERIODS.length) % PERIODS.length];
  knob.offset = 0;
  turned();
}

function keyed(event) {
  const typing = event.target.closest('input, select');
  const action = { ArrowLeft: () => turn(-1), ArrowRight: () => turn(1), ArrowUp: () => change(-1), ArrowDown: () => change(1) }[event.key];
  if (action && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    action();
  }
}

// ---- the page --------------------------------------------------------------------------------------------------

const cards = [...PERIODS.map(period => new Card($('views'), `${period}/0`)), new Card($('test'), 'testcard')];

function load() {
  cards.forEach(card => card.load());
  showPanels(path, address, key() ? { 'X-API-Key': key() } : {});
}

function everything() {
  const { format } = chosenForm();
  $('rot').disabled = format !== 'raw' && format !== 'bin';
  document.body.classList.toggle('real', $('size').value === 'real');
  turned();
  load();
}

function fill(select, values, chosen) {
  const before = select.value;
  select.replaceChildren(...values.map(value => new Option(value, value)));
  select.value = values.includes(before) ? before : chosen;
}

async function heard() {
  try {
    const answer = await fetch('display/status', { headers: key() ? { 'X-API-Key': key() } : {} });
    $('key-form').hidden = ![401, 403, 429].includes(answer.status);
    // A wrong key is sent once: each time counts as a guess, and after ten the service makes this address wait.
    if (answer.status === 403) sessionStorage.removeItem('sem-read-key');
    if (!answer.ok) throw new Error(text('answers', answer.status));
    const first = !status.defaultMeter;
    status = await answer.json();
    showDevices(status.devices);
    fill($('meter'), status.meters.map(meter => meter.name), status.defaultMeter);
    if (first) $('lang').value = status.defaultLanguage;
    const meter = status.meters.find(each => each.name === $('meter').value);
    for (const option of $('utility').options) {
      option.disabled = Boolean(meter) && !meter.utilities.includes(option.value);
    }
    const age = meter?.dataAgeSeconds;
    say(status.historyAnswers, status.historyAnswers
      ? `${meter ? text('newest', age < 120 ? `${age} s` : `${Math.round(age / 60)} min`) : text('noMeter')}${meter?.simulated ? ` · ${text('simulated')}` : ''}`
      : text('noReadings'));
    return first && Boolean(status.defaultMeter);
  } catch (problem) {
    say(false, text('noAnswer', problem.message));
    return false;
  }
}

function say(good, text) {
  $('state').textContent = text;
  $('state').classList.toggle('bad', !good);
}

$('earlier').addEventListener('click', () => turn(-1));
$('later').addEventListener('click', () => turn(1));
$('periods').addEventListener('click', event => {
  if (event.target.dataset.period) change(PERIODS.indexOf(event.target.dataset.period) - PERIODS.indexOf(knob.period));
});
$('knob').addEventListener('wheel', event => { event.preventDefault(); turn(Math.sign(event.deltaY)); }, { passive: false });
document.addEventListener('keydown', keyed);
$('choices').addEventListener('change', async () => { await heard(); everything(); });
$('key-form').addEventListener('submit', async event => {
  event.preventDefault();
  sessionStorage.setItem('sem-read-key', $('key').value.trim());
  await heard();
  everything();
});

translate();
await heard();
everything();
setInterval(async () => { if (await heard()) everything(); }, 10_000);
// Pictures change at most every quarter hour; an unchanged one costs a 304.
setInterval(load, 60_000);
