// config.txt, addresses, views and time zones.
#include <doctest/doctest.h>

#include <cstdlib>
#include <ctime>
#include <random>
#include <string>

#include "../core/settings.h"
#include "../core/zone.h"

using namespace sem;

namespace {
struct Read {
  bool well;
  Settings settings;
  ConfigFault fault;
};

Read read(const std::string& text) {
  Read read{};
  read.well = readConfig(Slice(text.data(), text.size()), read.settings, read.fault);
  return read;
}

std::string written(const Settings& settings) {
  char place[600];
  Writer writer(place);
  writeConfig(settings, writer);
  REQUIRE_FALSE(writer.cut());
  return place;
}
}  // namespace

TEST_CASE("config.txt of the original display is read as it is") {
  Read r = read("SSID=My Wifi\nPSWD=hush=hush\nIP=192.168.178.245\nAPIKey=1234\n");
  REQUIRE(r.well);
  CHECK(std::string(r.settings.ssid) == "My Wifi");
  CHECK(std::string(r.settings.password) == "hush=hush");
  CHECK(std::string(r.settings.host) == "192.168.178.245");
  CHECK(std::string(r.settings.key) == "1234");
  CHECK(r.settings.port == 8083);
  CHECK(std::string(r.settings.path) == "/display");
  CHECK(r.settings.complete());
}

TEST_CASE("as people and their editors write it: CR LF, a byte-order mark, comments, blanks, no line end, capitals") {
  Read r = read("\xEF\xBB\xBF# my display\r\n\r\n  ssid = caf\xC3\xA9  \r\nPORT=80\r\nPath=/energy/\r\nView=week,-2\r\nLANG=FR\r\nROT=90\r\nMETER=roof\r\nTZ=UTC0");
  REQUIRE(r.well);
  CHECK(std::string(r.settings.ssid) == " caf\xC3\xA9");
  CHECK(r.settings.port == 80);
  CHECK(std::string(r.settings.path) == "/energy");
  CHECK(r.settings.view == View{Period::WEEK, -2});
  CHECK(r.settings.language == Language::FR);
  CHECK(r.settings.rotation == 90);
  CHECK(std::string(r.settings.zone) == "UTC0");
}

TEST_CASE("what cannot be understood is told by its line, and nothing is changed") {
  struct Case {
    const char* text;
    int line;
  };
  for (const Case& c : {Case{"SSID", 1}, Case{"SSID=home\nPSWD=short", 2}, Case{"SSID=123456789012345678901234567890123", 1},
                        Case{"\n\nPORT=0", 3}, Case{"PORT=65536", 1}, Case{"PORT=80 80", 1}, Case{"IP=http://x", 1},
                        Case{"PATH=display", 1}, Case{"PATH=/a b", 1}, Case{"APIKey=two words", 1}, Case{"METER=Roof", 1},
                        Case{"LANG=es", 1}, Case{"VIEW=hour,0", 1}, Case{"VIEW=week,2", 1}, Case{"ROT=180", 1},
                        Case{"TZ=Europe/Brussels", 1}, Case{"POST=/post-data.php", 1}}) {
    CAPTURE(c.text);
    Read r = read(c.text);
    CHECK_FALSE(r.well);
    CHECK(r.fault.line == c.line);
    CHECK(r.fault.what != nullptr);
    CHECK(written(r.settings) == written(Settings()));
  }
}

TEST_CASE("what is written is read back the same") {
  Read r = read("SSID=a # b\nPSWD=p=q r s t\nIP=pi.local\nPORT=81\nPATH=/d\nAPIKey=k!\nMETER=m1\nLANG=de\nVIEW=year,-3\nROT=90\n"
                "TZ=EET-2EEST,M3.5.0/3,M10.5.0/4\n");
  REQUIRE(r.well);
  Read again = read(written(r.settings));
  REQUIRE(again.well);
  CHECK(written(again.settings) == written(r.settings));
}

TEST_CASE("any bytes are either settings or a fault with a line") {
  std::mt19937 chance(1);
  const std::string parts[] = {"SSID=", "PSWD=", "IP=", "\n", "\r\n", "TZ=", "CET-1", ",M3.5.0", "=", "VIEW=", "week,-", "#", "9"};
  for (int round = 0; round < 20000; round++) {
    std::string text;
    for (auto n = chance() % 12; n > 0; n--) {
      if (chance() % 3 == 0) text += static_cast<char>(chance());
      else text += parts[chance() % 13];
    }
    Read r = read(text);
    CHECK((r.well || (r.fault.line > 0 && r.fault.what != nullptr)));
  }
}

TEST_CASE("where the feed is, as it may be typed") {
  struct Case {
    const char *text, *host;
    int port;
    const char* path;
  };
  for (const Case& c : {Case{"192.168.1.10", "192.168.1.10", 8083, "/display"}, Case{"pi.local:81", "pi.local", 81, "/display"},
                        Case{"http://pi.local:8083/display", "pi.local", 8083, "/display"},
                        Case{"http://pi.local/energy/display/", "pi.local", 80, "/energy/display"},
                        Case{"http://pi.local/", "pi.local", 8083, "/display"}, Case{" http://a:1 ", "a", 1, "/display"},
                        Case{"", "", 8083, "/display"}}) {
    CAPTURE(c.text);
    Settings s;
    CHECK(changeAddress(s, c.text) == nullptr);
    CHECK(std::string(s.host) == c.host);
    CHECK(s.port == c.port);
    CHECK(std::string(s.path) == c.path);
  }
  for (const char* text : {"https://pi.local", "http://", "http://a b", "a:b", "a:0", "a/b c", "ftp://x", "a\r\nX: y"}) {
    CAPTURE(text);
    Settings s;
    CHECK(changeAddress(s, text) != nullptr);
    CHECK(written(s) == written(Settings()));
  }
}

TEST_CASE("a view is a period and how many ago") {
  View v;
  CHECK(View::read("week,-2", v));
  CHECK(v == View{Period::WEEK, -2});
  CHECK(View::read("MONTH/-11", v));
  CHECK(View::read("day", v));
  CHECK(v == View{Period::DAY, 0});
  for (const char* text : {"", "week,", "week,1", "week,-10000", "hour,0", "week,-2,3", "-2"}) CHECK_FALSE(View::read(text, v));
  CHECK(v.turned(5) == View{Period::DAY, 0});
  CHECK(v.turned(-30000).offset == -9999);
  CHECK(View{Period::YEAR, -3}.pressed() == View{Period::DAY, 0});
}

TEST_CASE("wall clocks are those of the C library, in every hour of two years") {
  for (const char* name : {"CET-1CEST,M3.5.0,M10.5.0/3", "UTC0", "GMT0BST,M3.5.0/1,M10.5.0", "EST5EDT,M3.2.0,M11.1.0",
                           "AEST-10AEDT,M10.1.0,M4.1.0/3", "<+0330>-3:30", "IST-1GMT0,M10.5.0,M3.5.0/1"}) {
    CAPTURE(name);
    Zone zone;
    REQUIRE(Zone::read(name, zone));
    setenv("TZ", name, 1);
    tzset();
    for (uint32_t at = 1'767'222'000; at < 1'767'222'000 + 2 * 366 * 86400; at += 1800) {
      time_t t = at;
      tm expected{};
      localtime_r(&t, &expected);
      WallTime found = zone.at(at);
      bool same = found.hour == expected.tm_hour && found.minute == expected.tm_min && found.day == expected.tm_mday &&
                  found.month == expected.tm_mon + 1;
      if (!same) CAPTURE(at);
      REQUIRE(same);
    }
  }
  for (const char* text : {"", "CET", "C1", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,J60,J300",
                           "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/3x", "CET-999"}) {
    CAPTURE(text);
    Zone zone;
    CHECK_FALSE(Zone::read(text, zone));
  }
}

TEST_CASE("the feed's date") {
  CHECK(readHttpDate("Sun, 22 Nov 2026 19:29:03 GMT") == 1795375743);
  CHECK(readHttpDate("Thu, 01 Jan 1970 00:00:00 GMT") == 0);
  CHECK(readHttpDate("Tue, 29 Feb 2028 23:59:59 GMT") == 1835481599);
  for (const char* text : {"", "now", "Sun, 22 Nov 2026 19:29:03 CET", "Sun, 22 Foo 2026 19:29:03 GMT", "Sun, 22 Nov 2026 24:29:03 GMT"}) {
    CHECK(readHttpDate(text) == 0);
  }
}
