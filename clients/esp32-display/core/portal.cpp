#include "portal.h"

#include <string.h>

namespace sem {

namespace {
struct Words {
  const char *title, *network, *password, *open, *address, *found, *key, *meter, *first, *language, *save, *kept, *saved;
};
const Words WORDS[] = {
    {"Display instellen", "Wifi-netwerk", "Wachtwoord", "het netwerk heeft er geen", "Adres van SEM",
     "leeg: wordt gezocht", "Leessleutel", "Meter", "leeg: de eerste", "Taal", "Opslaan", "leeg: blijft zoals hij is",
     "Opgeslagen. Kijk naar het display."},
    {"Configurer l'écran", "Réseau wifi", "Mot de passe", "le réseau n'en a pas", "Adresse de SEM",
     "vide : recherchée", "Clé de lecture", "Compteur", "vide : le premier", "Langue", "Enregistrer", "vide : inchangé",
     "Enregistré. Regardez l'écran."},
    {"Anzeige einrichten", "WLAN", "Passwort", "das Netz hat keines", "Adresse von SEM", "leer: wird gesucht",
     "Leseschlüssel", "Zähler", "leer: der erste", "Sprache", "Speichern", "leer: bleibt wie er ist",
     "Gespeichert. Sehen Sie auf die Anzeige."},
    {"Set up the display", "Wi-Fi network", "Password", "the network has none", "Address of SEM", "empty: looked for",
     "Read key", "Meter", "empty: the first", "Language", "Save", "empty: stays as it is",
     "Saved. Look at the display."}};

void head(Writer& writer, Slice status, Slice more) {
  writer.add("HTTP/1.1 ").add(status).add("\r\nConnection: close\r\nCache-Control: no-store\r\n").add(more).add("\r\n");
}

void field(Writer& writer, Slice label, Slice name, Slice value, Slice hint, Slice more) {
  writer.add("<label>").add(label).add("<input name=").add(name).add(" value=\"");
  addEscaped(writer, value);
  writer.add("\" placeholder=\"").add(hint).add("\" ").add(more).add("></label>");
}

/** What telephones and computers ask for to see whether there is the internet. */
bool isProbe(Slice path) {
  static const char* const PROBES[] = {"/generate_204", "/gen_204", "/hotspot-detect.html", "/connecttest.txt", "/redirect",
                                       "/ncsi.txt", "/canonical.html"};
  for (const char* probe : PROBES) {
    if (path == probe) return true;
  }
  return false;
}

}  // namespace

size_t Portal::requestSize(Slice received) {
  for (size_t i = 0; i + 4 <= received.size; i++) {
    if (received.from(i).startsWith("\r\n\r\n")) {
      Slice rest = received.upTo(i + 2), line;
      uint32_t length = 0;
      while (Slice::line(rest, line)) {
        size_t colon = line.find(':');
        if (line.upTo(colon).same("Content-Length") && !line.from(colon + 1).trimmed().number(length)) length = 0;
      }
      return i + 4 + (length < REQUEST_BYTES ? length : REQUEST_BYTES);
    }
  }
  return 0;
}

bool Portal::answer(Slice request, Writer& writer) {
  Slice rest = request, line;
  Slice::line(rest, line);
  size_t blank = line.find(' ');
  Slice method = line.upTo(blank), path = line.from(blank + 1);
  path = path.upTo(path.find(' '));
  if (method == "POST" && path == "/") {
    while (Slice::line(rest, line) && !line.empty()) {
    }
    FormFault fault;
    if (readForm(rest, settings_, fault)) {
      head(writer, "200 OK", "Content-Type: text/html; charset=utf-8\r\n");
      page(writer, WORDS[static_cast<int>(settings_.language)].saved);
      return true;
    }
    char place[96];
    Writer message(place);
    addEscaped(message, fault.field);
    message.add(' ').add(fault.what);
    head(writer, "400 Bad Request", "Content-Type: text/html; charset=utf-8\r\n");
    page(writer, message.text());
  } else if (method != "GET" && method != "HEAD") {
    head(writer, "405 Method Not Allowed", "Allow: GET, HEAD, POST\r\n");
  } else if (path == "/" || path.startsWith("/?")) {
    head(writer, "200 OK", "Content-Type: text/html; charset=utf-8\r\n");
    if (method == "GET") page(writer, trouble_ == nullptr ? Slice() : Slice(trouble_));
  } else if (isProbe(path)) {
    head(writer, "302 Found", "Location: http://192.168.4.1/\r\n");
  } else if (path == "/success.txt") {
    head(writer, "200 OK", "Content-Type: text/plain\r\n");
    writer.add("success\n");
  } else {
    head(writer, "404 Not Found", "");
  }
  return false;
}

void Portal::page(Writer& writer, Slice message) const {
  const Words& words = WORDS[static_cast<int>(settings_.language)];
  writer.add("<!doctype html><html lang=").add(languageWord(settings_.language));
  writer.add("><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>").add(words.title);
  writer.add("</title><style>body{font:18px sans-serif;max-width:30em;margin:1em auto;padding:0 1em}label{display:block;"
             "margin:.7em 0}input,select,button{font:inherit;width:100%;box-sizing:border-box;padding:.3em}[type=checkbox]{"
             "width:auto}p{background:#000;color:#fff;padding:.5em}</style><h1>");
  writer.add(words.title).add("</h1>");
  if (!message.empty()) writer.add("<p>").add(message).add("</p>");
  writer.add("<form method=post action=/>");
  field(writer, words.network, "ssid", settings_.ssid, "", "list=seen required maxlength=32");
  writer.add("<datalist id=seen>");
  for (size_t i = 0; i < seenCount_; i++) {
    writer.add("<option value=\"");
    addEscaped(writer, seen_[i].ssid);
    writer.add("\">").add(int32_t{seen_[i].rssiDbm}).add(" dBm</option>");
  }
  writer.add("</datalist>");
  field(writer, words.password, "password", "", words.kept, "type=password maxlength=63");
  writer.add("<label><input type=checkbox name=open value=1> ").add(words.open).add("</label>");
  char place[120];
  Writer address(place);
  if (settings_.host[0] != 0) {
    address.add("http://").add(settings_.host).add(':').add(int32_t{settings_.port}).add(settings_.path);
  }
  field(writer, words.address, "address", address.text(), words.found, "maxlength=110");
  field(writer, words.key, "key", "", words.kept, "type=password maxlength=64");
  field(writer, words.meter, "meter", settings_.meter, words.first, "maxlength=32");
  writer.add("<label>").add(words.language).add("<select name=language>");
  for (int i = 0; i < 4; i++) {
    Slice word = languageWord(static_cast<Language>(i));
    writer.add("<option").add(i == static_cast<int>(settings_.language) ? " selected>" : ">").add(word).add("</option>");
  }
  writer.add("</select></label><button>").add(words.save).add("</button></form></html>");
}

size_t answerDns(const uint8_t* question, size_t bytes, uint8_t* answer, size_t capacity) {
  constexpr size_t HEAD = 12, RECORD = 16;
  bool query = bytes > HEAD && (question[2] & 0xF8) == 0 && question[4] == 0 && question[5] == 1;
  size_t end = HEAD;
  while (query && end < bytes && question[end] != 0) {
    query = question[end] < 64;
    end += size_t{question[end]} + 1;
  }
  end += 5;  // the name's end, type and class
  if (!query || end > bytes || end + RECORD > capacity) return 0;
  memcpy(answer, question, end);
  bool address = question[end - 4] == 0 && question[end - 3] == 1;  // an IPv4 address: type A
  answer[2] = static_cast<uint8_t>(0x84 | (question[2] & 1));
  answer[3] = 0;
  answer[6] = 0;
  answer[7] = address ? 1 : 0;
  memset(answer + 8, 0, 4);
  if (!address) return end;
  static const uint8_t HERE[RECORD] = {0xC0, 0x0C, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 168, 4, 1};
  memcpy(answer + end, HERE, RECORD);
  return end + RECORD;
}

}  // namespace sem
