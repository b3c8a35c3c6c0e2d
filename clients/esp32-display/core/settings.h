#pragma once

#include "text.h"
#include "view.h"

namespace sem {

enum class Language : uint8_t { NL, FR, DE, EN };

/** What the display needs to know. Each text is ended by a zero. */
struct Settings {
  char ssid[33] = "";
  char password[64] = "";
  /** Where the feed is, as a name or as four numbers; empty: found by mDNS. */
  char host[64] = "";
  uint16_t port = 8083;
  /** Where the pictures are on that host. */
  char path[33] = "/display";
  /** A read key, where the feed wants one. */
  char key[65] = "";
  /** Empty: the feed's default meter. */
  char meter[33] = "";
  Language language = Language::NL;
  /** The picture lies as 270 or 90 degrees: 90 where the panel hangs the other way round. */
  uint16_t rotation = 270;
  /** What is shown first. */
  View view;
  /** The local time for "no answer since 14:30", as POSIX writes time zones. */
  char zone[48] = "CET-1CEST,M3.5.0,M10.5.0/3";

  /** There is a network to join. */
  bool complete() const { return ssid[0] != 0; }
};

/** Why a configuration was refused: the line, from 1, and what is wrong with it. */
struct ConfigFault {
  uint16_t line = 0;
  const char* what = nullptr;
};

/**
 * Reads `config.txt`: lines `NAME=text` as the original display has them (SSID, PSWD, IP, APIKey), and PORT, PATH, METER,
 * LANG, VIEW, ROT, TZ. Lines may end with CR LF; empty lines and those that begin with # are skipped; blanks around the
 * name and at the line's ends do not count. False, with the settings unchanged, when a line cannot be understood.
 */
bool readConfig(Slice text, Settings& settings, ConfigFault& fault);

/** Changes one setting by its name. Null when it was done, else what is wrong. */
const char* change(Settings& settings, Slice name, Slice text);

/** Writes all of them as readConfig reads them. */
void writeConfig(const Settings& settings, Writer& writer);

/**
 * Reads where the feed is: `192.168.1.10`, `pi.local:8083`, `http://pi.local:8083/display`. Null when it was done, else
 * what is wrong.
 */
const char* changeAddress(Settings& settings, Slice address);

Slice languageWord(Language language);

}  // namespace sem
