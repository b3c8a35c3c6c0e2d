// An address for a device, to be copied.
import { text } from './words.js';

async function copy(field, button) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // Only secure pages may use the clipboard; on plain HTTP in the home network the old way still works.
    document.execCommand('copy');
  }
  button.textContent = text('copied');
  button.classList.add('done');
  setTimeout(() => { button.textContent = text('copy'); button.classList.remove('done'); }, 1500);
}

/** A field for the address of a subject and a button that copies it, both in a row. */
export function addressRow(subject) {
  const field = Object.assign(document.createElement('input'), { className: 'address', readOnly: true });
  field.setAttribute('aria-label', text('addressOf', subject));
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: text('copy') });
  button.addEventListener('click', () => copy(field, button));
  const row = Object.assign(document.createElement('div'), { className: 'address-row' });
  row.append(field, button);
  return { row, field };
}
