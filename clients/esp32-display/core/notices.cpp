#include "notices.h"

#include <string.h>

#include "zone.h"

namespace sem {

namespace {
// By language: Dutch, French, German, English.
const char* const WHY[][4] = {
    {"", "", "", ""},
    {"geen wifi", "pas de wifi", "kein WLAN", "no Wi-Fi"},
    {"geen antwoord", "pas de réponse", "keine Antwort", "no answer"},
    {"sleutel fout", "clé refusée", "falscher Key", "key refused"},
    {"vreemd antwoord", "autre réponse", "fremde Antwort", "odd answer"},
    {"batterij", "batterie", "Akku", "battery"},
};
const char* const SINCE[] = {"sinds ", "depuis ", "seit ", "since "};
const char* const LOW[] = {"bijna leeg", "faible", "fast leer", "is low"};
const char* const PERIODS[][4] = {{"dag", "jour", "Tag", "day"},
                                  {"week", "semaine", "Woche", "week"},
                                  {"maand", "mois", "Monat", "month"},
                                  {"jaar", "année", "Jahr", "year"}};
const char* const SET_UP[][4] = {
    {"Instellen", "Configuration", "Einrichten", "Set-up"},
    {"1. Wifi:", "1. Wifi :", "1. WLAN:", "1. Wi-Fi:"},
    {"   wachtwoord:", "   mot de passe :", "   Passwort:", "   password:"},
    {"2. Open in een browser:", "2. Ouvrez dans un navigateur :", "2. Im Browser öffnen:", "2. Open in a browser:"},
};
constexpr uint32_t ALMOST_A_DAY = 20 * 3600;
/** What fits between the margins at scale 2. */
constexpr size_t LINE_LETTERS = 36;

int languageOf(const Settings& settings) { return static_cast<int>(settings.language); }
}  // namespace

MarkText markText(Mark mark, const Settings& settings, uint32_t sinceUnix, uint32_t nowUnix) {
  MarkText text;
  int language = languageOf(settings);
  assign(text.first, WHY[static_cast<int>(mark)][language]);
  if (mark == Mark::BATTERY) {
    assign(text.second, LOW[language]);
    return text;
  }
  Zone zone;
  if (sinceUnix == 0 || !Zone::read(settings.zone, zone)) return text;
  WallTime since = zone.at(sinceUnix);
  Writer writer(text.second);
  writer.add(SINCE[language]);
  if (nowUnix - sinceUnix < ALMOST_A_DAY) {
    writer.addTwo(since.hour).add(':').addTwo(since.minute);
  } else {
    writer.add(int32_t{since.day}).add('/').add(int32_t{since.month});
  }
  return text;
}

PanelBox drawMark(uint8_t* bin, const Settings& settings, const MarkText& text) {
  Canvas canvas(bin, settings.rotation);
  canvas.fill(MARK_X, MARK_Y, MARK_WIDTH, MARK_HEIGHT, false);
  int y = text.second[0] == 0 ? MARK_Y + 9 : MARK_Y + 1;
  canvas.text(MARK_X + MARK_WIDTH - 4 - Canvas::textWidth(2, text.first), y, 2, text.first, true);
  canvas.text(MARK_X + MARK_WIDTH - 4 - Canvas::textWidth(2, text.second), y + 16, 2, text.second, true);
  return canvas.box(MARK_X, MARK_Y, MARK_WIDTH, MARK_HEIGHT);
}

void drawNotice(uint8_t* bin, const Settings& settings, const MarkText& text) {
  memset(bin, 0xFF, BIN_BYTES);
  Canvas canvas(bin, settings.rotation);
  canvas.text(16, 16, 4, "SEM", false);
  canvas.fill(16, 58, 448, 3, false);
  canvas.text(16, 100, 4, text.first, false);
  canvas.text(16, 150, 4, text.second, false);
}

PanelBox drawLabel(uint8_t* bin, const Settings& settings, View view) {
  char text[24];
  Writer writer(text);
  writer.add(PERIODS[static_cast<int>(view.period)][languageOf(settings)]);
  if (view.offset != 0) writer.add(' ').add(int32_t{view.offset});
  Canvas canvas(bin, settings.rotation);
  canvas.fill(LABEL_X, LABEL_Y, LABEL_WIDTH, LABEL_HEIGHT, false);
  canvas.fill(LABEL_X + 3, LABEL_Y + 3, LABEL_WIDTH - 6, LABEL_HEIGHT - 6, true);
  canvas.text(LABEL_X + (LABEL_WIDTH - Canvas::textWidth(4, writer.text())) / 2, LABEL_Y + 22, 4, writer.text(), false);
  return canvas.box(LABEL_X, LABEL_Y, LABEL_WIDTH, LABEL_HEIGHT);
}

void drawSetUp(uint8_t* bin, const Settings& settings, Slice network, Slice password, Slice trouble) {
  int language = languageOf(settings);
  memset(bin, 0xFF, BIN_BYTES);
  Canvas canvas(bin, settings.rotation);
  canvas.text(16, 16, 4, SET_UP[0][language], false);
  canvas.fill(16, 58, 448, 3, false);
  canvas.text(16, 74, 2, SET_UP[1][language], false);
  canvas.text(232, 74, 2, network, false);
  canvas.text(16, 100, 2, SET_UP[2][language], false);
  canvas.text(232, 100, 2, password, false);
  canvas.text(16, 136, 2, SET_UP[3][language], false);
  canvas.text(40, 164, 3, "http://192.168.4.1", false);
  if (trouble.empty()) return;
  canvas.fill(16, 210, 448, 54, false);
  size_t end = trouble.size <= LINE_LETTERS ? trouble.size : LINE_LETTERS;
  while (end < trouble.size && end > 0 && trouble[end] != ' ') end--;
  if (end == 0) end = LINE_LETTERS;
  canvas.text(24, 218, 2, trouble.upTo(end), true);
  canvas.text(24, 240, 2, trouble.from(end).trimmed(), true);
}

}  // namespace sem
