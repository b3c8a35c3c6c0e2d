// The gallery in the viewer's language. Each line is a key and its words in English, Dutch, French and German.
const LANGUAGES = ['en', 'nl', 'fr', 'de'];

export const table = {
  wantsKey: ['This service wants a read key', 'Deze dienst vraagt een leessleutel', 'Ce service demande une clé de lecture', 'Dieser Dienst verlangt einen Leseschlüssel'],
  open: ['Open', 'Openen', 'Ouvrir', 'Öffnen'],
  shown: ['What is shown', 'Wat getoond wordt', 'Ce qui est montré', 'Was gezeigt wird'],
  meter: ['Meter', 'Meter', 'Compteur', 'Zähler'],
  language: ['Language', 'Taal', 'Langue', 'Sprache'],
  shows: ['Shows', 'Toont', 'Montre', 'Zeigt'],
  electricity: ['electricity', 'elektriciteit', 'électricité', 'Strom'],
  gas: ['gas', 'gas', 'gaz', 'Gas'],
  water: ['water', 'water', 'eau', 'Wasser'],
  bytes: ['Bytes', 'Bytes', 'Octets', 'Bytes'],
  raw: ['raw: 4 greys, for the panel', 'raw: 4 grijzen, voor het paneel', 'raw : 4 gris, pour l’écran', 'raw: 4 Graustufen, für das Display'],
  bin: ['bin: black and white, for the panel', 'bin: zwart-wit, voor het paneel', 'bin : noir et blanc, pour l’écran', 'bin: schwarz-weiß, für das Display'],
  png: ['png: 4 greys', 'png: 4 grijzen', 'png : 4 gris', 'png: 4 Graustufen'],
  png1: ['png: black and white', 'png: zwart-wit', 'png : noir et blanc', 'png: schwarz-weiß'],
  bmp: ['bmp: black and white', 'bmp: zwart-wit', 'bmp : noir et blanc', 'bmp: schwarz-weiß'],
  bmp8: ['bmp: 4 greys', 'bmp: 4 grijzen', 'bmp : 4 gris', 'bmp: 4 Graustufen'],
  turned: ['Turned', 'Gedraaid', 'Tourné', 'Gedreht'],
  upsideDown: ['90°: upside down', '90°: ondersteboven', '90° : à l’envers', '90°: auf dem Kopf'],
  driverTurns: ['0°: the driver turns', '0°: de driver draait', '0° : le pilote tourne', '0°: der Treiber dreht'],
  size: ['Size', 'Grootte', 'Taille', 'Größe'],
  onTheWall: ['as on the wall', 'zoals aan de muur', 'comme au mur', 'wie an der Wand'],
  turnTheKnob: ['Turn the knob', 'Draai aan de knop', 'Tournez le bouton', 'Drehen Sie am Knopf'],
  earlier: ['earlier', 'vroeger', 'plus tôt', 'früher'],
  later: ['later', 'later', 'plus tard', 'später'],
  knob: ['knob: arrow keys turn it', 'knop: de pijltjestoetsen draaien', 'bouton : les flèches le tournent', 'Knopf: die Pfeiltasten drehen ihn'],
  period: ['period', 'periode', 'période', 'Zeitraum'],
  day: ['day', 'dag', 'jour', 'Tag'],
  week: ['week', 'week', 'semaine', 'Woche'],
  month: ['month', 'maand', 'mois', 'Monat'],
  year: ['year', 'jaar', 'an', 'Jahr'],
  keys: ['← → turn, ↑ ↓ change the period. While it turns the device fetches .bin; after 0.4 s of rest .raw in four greys.',
    '← → draaien, ↑ ↓ veranderen de periode. Tijdens het draaien haalt het toestel .bin op; na 0,4 s rust .raw in vier grijzen.',
    '← → tournent, ↑ ↓ changent la période. Pendant qu’il tourne, l’appareil demande .bin ; après 0,4 s de repos .raw en quatre gris.',
    '← → drehen, ↑ ↓ wechseln den Zeitraum. Beim Drehen holt das Gerät .bin; nach 0,4 s Ruhe .raw in vier Graustufen.'],
  views: ['The four views now, and the address for the device', 'De vier beelden van nu, en het adres voor het toestel', 'Les quatre vues de maintenant, et l’adresse pour l’appareil', 'Die vier Ansichten von jetzt, und die Adresse für das Gerät'],
  testCard: ['Test card: four greys, four corners, the arrow points up', 'Testbeeld: vier grijzen, vier hoeken, de pijl wijst naar boven', 'Mire : quatre gris, quatre coins, la flèche pointe vers le haut', 'Testbild: vier Graustufen, vier Ecken, der Pfeil zeigt nach oben'],
  decoded: ['Every picture here is decoded from exactly the bytes that its address gives a device: raw and bin as the Waveshare driver fills the panel’s memory.',
    'Elk beeld hier is gelezen uit precies de bytes die zijn adres een toestel geeft: raw en bin zoals de driver van Waveshare het geheugen van het paneel vult.',
    'Chaque image est lue des octets mêmes que son adresse donne à un appareil : raw et bin comme le pilote de Waveshare remplit la mémoire de l’écran.',
    'Jedes Bild ist aus genau den Bytes gelesen, die seine Adresse einem Gerät gibt: raw und bin so, wie der Treiber von Waveshare den Speicher des Displays füllt.'],
  firstRow: ['marks the panel’s first row.', 'wijst de eerste rij van het paneel aan.', 'marque la première ligne de l’écran.', 'zeigt die erste Zeile des Displays.'],
  status: ['Status', 'Toestand', 'État', 'Zustand'],
  pictureOf: ['picture of {0}', 'beeld van {0}', 'image de {0}', 'Bild von {0}'],
  card: ['test card', 'testbeeld', 'mire', 'Testbild'],
  addressOf: ['address of {0}', 'adres van {0}', 'adresse de {0}', 'Adresse von {0}'],
  copy: ['Copy', 'Kopiëren', 'Copier', 'Kopieren'],
  copied: ['Copied', 'Gekopieerd', 'Copié', 'Kopiert'],
  inBytes: ['{0} bytes', '{0} bytes', '{0} octets', '{0} Bytes'],
  next: ['next in {0} s', 'volgende over {0} s', 'suivante dans {0} s', 'nächstes in {0} s'],
  nextOne: ['next', 'volgende', 'suivante', 'nächstes'],
  rawGreys: ['raw, four greys', 'raw, vier grijzen', 'raw, quatre gris', 'raw, vier Graustufen'],
  binMono: ['bin, black and white', 'bin, zwart-wit', 'bin, noir et blanc', 'bin, schwarz-weiß'],
  view: ['view', 'beeld', 'vue', 'Ansicht'],
  endOfData: ['(the end of the data)', '(het einde van de gegevens)', '(la fin des données)', '(das Ende der Daten)'],
  answered: ['answered', 'antwoord', 'réponse', 'Antwort'],
  after: ['in {0} ms', 'na {0} ms', 'en {0} ms', 'nach {0} ms'],
  newest: ['newest reading {0} ago', 'nieuwste meting {0} geleden', 'dernière mesure il y a {0}', 'neueste Messung vor {0}'],
  noMeter: ['no meter yet', 'nog geen meter', 'pas encore de compteur', 'noch kein Zähler'],
  simulated: ['simulated', 'gesimuleerd', 'simulé', 'simuliert'],
  noReadings: ['the readings do not come through: the pictures say so', 'de metingen komen niet door: de beelden zeggen het', 'les mesures n’arrivent pas : les images le disent', 'die Messwerte kommen nicht an: die Bilder sagen es'],
  noAnswer: ['no answer: {0}', 'geen antwoord: {0}', 'pas de réponse : {0}', 'keine Antwort: {0}'],
  panels: ['Other panels, this week', 'Andere panelen, deze week', 'Autres écrans, cette semaine', 'Andere Displays, diese Woche'],
  greys: ['{0} greys', '{0} grijzen', '{0} gris', '{0} Graustufen'],
  devices: ['Displays that asked', 'Toestellen die vroegen', 'Appareils qui ont demandé', 'Displays, die gefragt haben'],
  device: ['display', 'toestel', 'appareil', 'Display'],
  battery: ['battery', 'batterij', 'batterie', 'Batterie'],
  signal: ['signal', 'signaal', 'signal', 'Signal'],
  firmware: ['firmware', 'firmware', 'micrologiciel', 'Firmware'],
  lastSeen: ['last asked', 'laatst gevraagd', 'dernière demande', 'zuletzt gefragt'],
  lastLog: ['its log', 'zijn log', 'son journal', 'sein Log'],
  answers: ['the service answers {0}', 'de dienst antwoordt {0}', 'le service répond {0}', 'der Dienst antwortet {0}'],
};

const wanted = navigator.languages.map(each => each.slice(0, 2)).find(each => LANGUAGES.includes(each)) ?? 'en';
const column = LANGUAGES.indexOf(wanted);

/** The words of a key in the viewer's language, with its gap filled in. */
export const text = (name, value) => table[name][column].replace('{0}', value);

/** A number as the viewer's language writes it. */
export const number = value => value.toLocaleString(wanted);

/** A voltage to the hundredth. */
export const volt = value => `${value.toLocaleString(wanted, { minimumFractionDigits: 2, maximumFractionDigits: 2 })} V`;

/** A moment in the viewer's zone, as the viewer's country writes it. */
export const moment = iso => new Date(iso).toLocaleString(
  navigator.languages.find(each => each.startsWith(wanted)) ?? wanted, { dateStyle: 'medium', timeStyle: 'short' });

/** Says the page in the viewer's language: what is marked by data-text, and by data-label for who hears it. */
export function translate() {
  document.documentElement.lang = wanted;
  for (const each of document.querySelectorAll('[data-text]')) each.textContent = text(each.dataset.text);
  for (const each of document.querySelectorAll('[data-label]')) each.setAttribute('aria-label', text(each.dataset.label));
}
