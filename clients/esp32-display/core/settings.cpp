#include "settings.h"

#include "zone.h"

namespace sem {

namespace {
const char* const LANGUAGES[] = {"nl", "fr", "de", "en"};
const char* const TOO_LONG = "is too long";

bool hostLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

bool isHost(Slice text) {
  for (size_t i = 0; i < text.size; i++) {
    if (!hostLetter(text[i])) return false;
  }
  return true;
}

/** Of an address, so that no blank and no line end can come into a request. */
bool isPath(Slice text) {
  if (!text.startsWith("/")) return false;
  for (size_t i = 0; i < text.size; i++) {
    if (!hostLetter(text[i]) && text[i] != '/' && text[i] != '_') return false;
  }
  return true;
}

bool isMeter(Slice text) {
  for (size_t i = 0; i < text.size; i++) {
    if (!(text[i] >= 'a' && text[i] <= 'z') && !(text[i] >= '0' && text[i] <= '9')) return false;
  }
  return true;
}

const char* changePort(Settings& settings, Slice text) {
  uint32_t port;
  if (!text.number(port) || port == 0 || port > 65535) return "is no port: 1 to 65535";
  settings.port = static_cast<uint16_t>(port);
  return nullptr;
}

const char* changePath(Settings& settings, Slice text) {
  while (text.size > 1 && text[text.size - 1] == '/') text.size--;
  if (!isPath(text)) return "is no path such as /display";
  return assign(settings.path, text) ? nullptr : TOO_LONG;
}

const char* changeHost(Settings& settings, Slice text) {
  if (!isHost(text)) return "is no name or address of a computer";
  return assign(settings.host, text) ? nullptr : TOO_LONG;
}

const char* changePassword(Settings& settings, Slice text) {
  if (text.size != 0 && text.size < 8) return "is no Wi-Fi password: those have 8 to 63 characters";
  return assign(settings.password, text) ? nullptr : "is no Wi-Fi password: those have 8 to 63 characters";
}

const char* changeKey(Settings& settings, Slice text) {
  if (!text.printable() || text.find(' ') < text.size) return "is no key: keys have no blanks and no accents";
  return assign(settings.key, text) ? nullptr : TOO_LONG;
}

const char* changeMeter(Settings& settings, Slice text) {
  if (!isMeter(text)) return "is no meter: names have small letters and digits";
  return assign(settings.meter, text) ? nullptr : TOO_LONG;
}

const char* changeLanguage(Settings& settings, Slice text) {
  for (int i = 0; i < 4; i++) {
    if (text.same(LANGUAGES[i])) {
      settings.language = static_cast<Language>(i);
      return nullptr;
    }
  }
  return "is none of nl, fr, de, en";
}

const char* changeRotation(Settings& settings, Slice text) {
  if (text != "270" && text != "90") return "is neither 270 nor 90";
  settings.rotation = text == "90" ? 90 : 270;
  return nullptr;
}

const char* changeZone(Settings& settings, Slice text) {
  Zone zone;
  if (!Zone::read(text, zone)) return "is no time zone such as CET-1CEST,M3.5.0,M10.5.0/3";
  return assign(settings.zone, text) ? nullptr : TOO_LONG;
}
}  // namespace

Slice languageWord(Language language) { return LANGUAGES[static_cast<int>(language)]; }

const char* change(Settings& settings, Slice name, Slice text) {
  if (name.same("SSID")) return assign(settings.ssid, text) ? nullptr : "is no network's name: those have at most 32 bytes";
  if (name.same("PSWD")) return changePassword(settings, text);
  if (name.same("IP")) return changeHost(settings, text);
  if (name.same("PORT")) return changePort(settings, text);
  if (name.same("PATH")) return changePath(settings, text);
  if (name.same("APIKey")) return changeKey(settings, text);
  if (name.same("METER")) return changeMeter(settings, text);
  if (name.same("LANG")) return changeLanguage(settings, text);
  if (name.same("VIEW")) return View::read(text, settings.view) ? nullptr : "is no view such as week,-2";
  if (name.same("ROT")) return changeRotation(settings, text);
  if (name.same("TZ")) return changeZone(settings, text);
  return "is no setting of a display";
}

bool readConfig(Slice text, Settings& settings, ConfigFault& fault) {
  Settings read = settings;
  if (text.startsWith("\xEF\xBB\xBF")) text = text.from(3);
  Slice line;
  for (uint16_t number = 1; Slice::line(text, line); number++) {
    line = line.trimmed();
    if (line.empty() || line[0] == '#') continue;
    size_t split = line.find('=');
    const char* what =
        split == line.size ? "is no NAME=text" : change(read, line.upTo(split).trimmed(), line.from(split + 1));
    if (what != nullptr) {
      fault = {number, what};
      return false;
    }
  }
  settings = read;
  return true;
}

void writeConfig(const Settings& settings, Writer& writer) {
  writer.add("SSID=").add(settings.ssid).add("\nPSWD=").add(settings.password);
  writer.add("\nIP=").add(settings.host).add("\nPORT=").add(int32_t{settings.port}).add("\nPATH=").add(settings.path);
  writer.add("\nAPIKey=").add(settings.key).add("\nMETER=").add(settings.meter);
  writer.add("\nLANG=").add(languageWord(settings.language));
  writer.add("\nVIEW=").add(settings.view.periodWord()).add(',').add(int32_t{settings.view.offset});
  writer.add("\nROT=").add(int32_t{settings.rotation}).add("\nTZ=").add(settings.zone).add('\n');
}

const char* changeAddress(Settings& settings, Slice address) {
  Settings read = settings;
  address = address.trimmed();
  if (address.startsWith("https://")) return "wants TLS, which this display does not speak: give an http:// address";
  bool scheme = address.startsWith("http://");
  if (scheme) address = address.from(7);
  size_t slash = address.find('/');
  if (slash < address.size && slash + 1 < address.size) {
    if (const char* what = changePath(read, address.from(slash))) return what;
  }
  Slice host = address.upTo(slash);
  size_t colon = host.find(':');
  if (colon < host.size) {
    if (const char* what = changePort(read, host.from(colon + 1))) return what;
  } else if (scheme && slash + 1 < address.size) {
    read.port = 80;
  }
  if (scheme && host.upTo(colon).empty()) return "is no name or address of a computer";
  if (const char* what = changeHost(read, host.upTo(colon))) return what;
  settings = read;
  return nullptr;
}

}  // namespace sem
