#include "form.h"

namespace sem {

namespace {
int digitOf(char c) { return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1; }

const char* changeBy(Settings& settings, Slice field, Slice text) {
  if (field == "ssid") return text.empty() ? "is empty" : change(settings, "SSID", text);
  if (field == "password") return text.empty() ? nullptr : change(settings, "PSWD", text);
  if (field == "open") return change(settings, "PSWD", "");
  if (field == "address") return changeAddress(settings, text);
  if (field == "key") return text.empty() ? nullptr : change(settings, "APIKey", text);
  if (field == "meter") return change(settings, "METER", text);
  if (field == "language") return change(settings, "LANG", text);
  return "is no field of this page";
}
}  // namespace

bool decodeForm(Slice text, Writer& writer) {
  for (size_t i = 0; i < text.size; i++) {
    if (text[i] == '+') {
      writer.add(' ');
    } else if (text[i] != '%') {
      writer.add(text[i]);
    } else {
      int high = i + 2 <= text.size - 1 ? digitOf(text[i + 1]) : -1, low = i + 2 <= text.size - 1 ? digitOf(text[i + 2]) : -1;
      if (high < 0 || low < 0 || high + low == 0) return false;
      writer.add(static_cast<char>(high * 16 + low));
      i += 2;
    }
  }
  return !writer.cut();
}

bool readForm(Slice body, Settings& settings, FormFault& fault) {
  Settings read = settings;
  while (!body.empty()) {
    size_t end = body.find('&');
    Slice pair = body.upTo(end);
    body = body.from(end + 1);
    size_t split = pair.find('=');
    char place[200];
    Writer text(place);
    Writer(fault.field).add(pair.upTo(split));
    fault.what = decodeForm(pair.from(split + 1), text) ? changeBy(read, pair.upTo(split), text.text().trimmed())
                                                         : "cannot be read";
    if (fault.what != nullptr) return false;
  }
  settings = read;
  return true;
}

void addEscaped(Writer& writer, Slice text) {
  for (size_t i = 0; i < text.size; i++) {
    switch (text[i]) {
      case '&': writer.add("&amp;"); break;
      case '<': writer.add("&lt;"); break;
      case '>': writer.add("&gt;"); break;
      case '"': writer.add("&quot;"); break;
      case '\'': writer.add("&#39;"); break;
      default: writer.add(text[i]);
    }
  }
}

}  // namespace sem
