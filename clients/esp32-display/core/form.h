#pragma once

#include "settings.h"

namespace sem {

/** Decodes `a+b%20c`, as browsers send what was typed. False when it is broken or does not fit. */
bool decodeForm(Slice text, Writer& writer);

/** Why a form was refused: the field, and what is wrong with it. */
struct FormFault {
  char field[12] = "";
  const char* what = nullptr;
};

/**
 * Reads what the set-up page sends: fields ssid, password, address, key, meter, language. An empty password or key leaves
 * the one that is there, since the page never shows it; `open=1` says that the network has none. False, with the settings
 * unchanged, when a field is wrong.
 */
bool readForm(Slice body, Settings& settings, FormFault& fault);

/** Text between tags, or within quotes, of a page. */
void addEscaped(Writer& writer, Slice text);

}  // namespace sem
