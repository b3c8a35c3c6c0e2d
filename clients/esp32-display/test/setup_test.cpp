// Setting up: the page in a telephone, a browser over the serial line, and a firmware that the feed offers.
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "../core/improv.h"
#include "../core/portal.h"
#include "../core/update.h"

using namespace sem;

namespace {
struct Asked {
  std::string answer;
  bool changed;
};

Asked ask(Portal& portal, const std::string& request) {
  std::string place(Portal::ANSWER_BYTES, 0);
  Writer writer(place.data(), place.size());
  bool changed = portal.answer(Slice(request.data(), request.size()), writer);
  REQUIRE_FALSE(writer.cut());
  return {std::string(writer.text().at, writer.text().size), changed};
}

std::string post(const std::string& body) {
  return "POST / HTTP/1.1\r\nHost: 192.168.4.1\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Improv::Command feed(Improv& improv, const std::string& bytes) {
  Improv::Command found = Improv::Command::NONE;
  for (char c : bytes) {
    Improv::Command command = improv.take(static_cast<uint8_t>(c));
    if (command != Improv::Command::NONE) found = command;
  }
  return found;
}

std::string packet(const std::string& data, char type = 3) {
  std::string bytes = std::string("IMPROV\1", 7) + type + static_cast<char>(data.size()) + data;
  unsigned sum = 0;
  for (char c : bytes) sum += static_cast<unsigned char>(c);
  return bytes + static_cast<char>(sum) + "\n";
}
}  // namespace

TEST_CASE("what a browser sends becomes settings") {
  Settings settings;
  Portal portal(settings, nullptr, 0);
  Asked asked = ask(portal, post("ssid=My+Wifi%21&password=hush+h%26sh%3D&address=http%3A%2F%2Fpi.local%3A8083%2Fdisplay&key=k1&meter=roof&language=en"));
  CHECK(asked.changed);
  CHECK(has(asked.answer, "HTTP/1.1 200 OK\r\n"));
  CHECK(std::string(settings.ssid) == "My Wifi!");
  CHECK(std::string(settings.password) == "hush h&sh=");
  CHECK(std::string(settings.host) == "pi.local");
  CHECK(std::string(settings.key) == "k1");
  CHECK(std::string(settings.meter) == "roof");
  CHECK(settings.language == Language::EN);
}

TEST_CASE("the page never shows a password or a key; empty ones stay, and a network may have none") {
  Settings settings;
  assign(settings.ssid, "<b>\"home\"");
  assign(settings.password, "correct horse");
  assign(settings.key, "sesame");
  Seen seen[] = {{"<script>", -50}};
  Portal portal(settings, seen, 1);
  Asked asked = ask(portal, "GET / HTTP/1.1\r\nHost: 192.168.4.1\r\n\r\n");
  CHECK_FALSE(has(asked.answer, "correct"));
  CHECK_FALSE(has(asked.answer, "sesame"));
  CHECK(has(asked.answer, "&lt;b&gt;&quot;home&quot;"));
  CHECK(has(asked.answer, "&lt;script&gt;"));
  CHECK_FALSE(has(asked.answer, "<script>"));
  CHECK(ask(portal, post("ssid=home&password=&key=")).changed);
  CHECK(std::string(settings.password) == "correct horse");
  CHECK(std::string(settings.key) == "sesame");
  CHECK(ask(portal, post("ssid=cafe&open=1")).changed);
  CHECK(std::string(settings.password).empty());
}

TEST_CASE("a wrong field is named and nothing is changed") {
  for (const char* body : {"ssid=", "ssid=home&password=short", "ssid=home&address=https%3A%2F%2Fx", "ssid=%ZZ", "ssid=%0", "ssid=a%00b",
                           "ssid=home&colour=red", "ssid=home&meter=Roof+1", "ssid=123456789012345678901234567890123", "x",
                           "ssid=home&language=xx"}) {
    CAPTURE(body);
    Settings settings;
    Portal portal(settings, nullptr, 0);
    Asked asked = ask(portal, post(body));
    CHECK_FALSE(asked.changed);
    CHECK(has(asked.answer, "HTTP/1.1 400"));
    CHECK(settings.ssid[0] == 0);
  }
}

TEST_CASE("telephones find the page by themselves") {
  Settings settings;
  Portal portal(settings, nullptr, 0);
  for (const char* probe : {"/generate_204", "/hotspot-detect.html", "/connecttest.txt", "/ncsi.txt", "/redirect", "/canonical.html"}) {
    CHECK(has(ask(portal, std::string("GET ") + probe + " HTTP/1.1\r\n\r\n").answer, "Location: http://192.168.4.1/\r\n"));
  }
  CHECK(has(ask(portal, "GET /success.txt HTTP/1.1\r\n\r\n").answer, "success"));
  CHECK(has(ask(portal, "GET /wpad.dat HTTP/1.1\r\n\r\n").answer, "HTTP/1.1 404"));
  CHECK(has(ask(portal, "DELETE / HTTP/1.1\r\n\r\n").answer, "HTTP/1.1 405"));
}

TEST_CASE("a request is whole when its body is") {
  std::string request = post("ssid=home");
  size_t head = request.find("\r\n\r\n") + 4;
  CHECK(Portal::requestSize(Slice(request.data(), head - 1)) == 0);
  CHECK(Portal::requestSize(Slice(request.data(), head)) == request.size());
  CHECK(Portal::requestSize("GET / HTTP/1.1\r\n\r\n") == 18);
  CHECK(Portal::requestSize("POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n") <= 100 + Portal::REQUEST_BYTES);
}

TEST_CASE("every name is here") {
  const std::string question = std::string("\x12\x34\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x03www\x07""example\x00\x00\x01\x00\x01", 29);
  uint8_t answer[64];
  size_t size = answerDns(reinterpret_cast<const uint8_t*>(question.data()), question.size(), answer, sizeof answer);
  REQUIRE(size == question.size() + 16);
  CHECK(answer[0] == 0x12);
  CHECK((answer[2] & 0x80) != 0);
  CHECK(answer[7] == 1);
  CHECK(std::string(reinterpret_cast<char*>(answer) + size - 4, 4) == std::string("\xC0\xA8\x04\x01", 4));
  std::string aaaa = question;
  aaaa[26] = 28;
  CHECK(answerDns(reinterpret_cast<const uint8_t*>(aaaa.data()), aaaa.size(), answer, sizeof answer) == aaaa.size());
  CHECK(answer[7] == 0);
  for (size_t cut = 0; cut < question.size(); cut++) {
    CHECK(answerDns(reinterpret_cast<const uint8_t*>(question.data()), cut, answer, sizeof answer) == 0);
  }
  CHECK(answerDns(reinterpret_cast<const uint8_t*>(question.data()), question.size(), answer, 40) == 0);
}

TEST_CASE("Improv: a browser gives the Wi-Fi over the serial line, among the logs") {
  Improv improv;
  Settings settings;
  std::string wifi = std::string("\x01\x0F\x04home\x09""password1", 17);
  CHECK(feed(improv, "I (31) boot: IMPR\n" + packet(wifi)) == Improv::Command::SEND_WIFI);
  REQUIRE(improv.readWifi(settings));
  CHECK(std::string(settings.ssid) == "home");
  CHECK(std::string(settings.password) == "password1");
  CHECK(feed(improv, packet(std::string("\x02\x00", 2))) == Improv::Command::STATE);
  CHECK(feed(improv, packet(std::string("\x03\x00", 2))) == Improv::Command::INFO);
  CHECK(feed(improv, packet(std::string("\x04\x00", 2))) == Improv::Command::SCAN);
}

TEST_CASE("Improv: broken packets are told and not obeyed") {
  Improv improv;
  std::string broken = packet(std::string("\x02\x00", 2));
  broken[9] = 3;
  for (size_t i = 0; i + 2 < broken.size(); i++) improv.take(static_cast<uint8_t>(broken[i]));
  CHECK(improv.take(static_cast<uint8_t>(broken[broken.size() - 2])) == Improv::Command::NONE);
  CHECK(improv.error() == Improv::Error::INVALID);
  for (const std::string& wifi : {std::string("\x01\x02\x09x", 4), std::string("\x01\x02\x00\x00", 4), std::string("\x01\x04\x01x\x05y", 6),
                                  std::string("\x01\x01\x05", 3)}) {
    Settings settings;
    if (feed(improv, packet(wifi)) == Improv::Command::SEND_WIFI) CHECK_FALSE(improv.readWifi(settings));
    CHECK(settings.ssid[0] == 0);
  }
}

TEST_CASE("Improv: what is written has the form of the specification") {
  uint8_t bytes[Improv::PACKET_BYTES];
  size_t size = Improv::writeState(Improv::State::READY, bytes);
  CHECK(std::string(reinterpret_cast<char*>(bytes), size) == packet("\x02", 1));
  Slice texts[] = {"SEM display", "1.0.0"};
  size = Improv::writeResult(Improv::Command::INFO, texts, 2, bytes);
  CHECK(std::string(reinterpret_cast<char*>(bytes), size) == packet("\x03\x12\x0BSEM display\x05" "1.0.0", 4));
  std::string longText(200, 'x');
  Slice many[] = {Slice(longText.data(), 200), Slice(longText.data(), 200)};
  CHECK(Improv::writeResult(Improv::Command::INFO, many, 2, bytes) <= Improv::PACKET_BYTES);
}

TEST_CASE("the manifest: what is offered to this chip") {
  const char* manifest = R"({"name":"SEM display","version":"1.2.0","new_install_improv_wait_time":15,"builds":[
    {"chipFamily":"ESP32","parts":[{"path":"esp32/bootloader.bin","offset":4096}],"ota":{"path":"esp32/sem.bin","bytes":1000000}},
    {"chipFamily":"ESP32-C3","parts":[],"ota":{"path":"c3/sem.bin","bytes":900000}},{"chipFamily":"ESP32-S3","parts":[]}]})";
  Offer offer;
  REQUIRE(readManifest(manifest, "ESP32-C3", offer));
  CHECK(std::string(offer.version) == "1.2.0");
  CHECK(std::string(offer.path) == "c3/sem.bin");
  CHECK(offer.bytes == 900000);
  CHECK_FALSE(readManifest(manifest, "ESP32-S3", offer));
  CHECK_FALSE(readManifest(manifest, "ESP32-S2", offer));
  std::string text = manifest;
  for (size_t cut = 0; cut < text.size(); cut++) CHECK_FALSE(readManifest(Slice(text.data(), cut), "ESP32", offer));
  for (const char* path : {"/etc/x", "../x", "a/../x", "http://x", "a b", ""}) {
    std::string bad = std::string(R"({"version":"1.0.0","builds":[{"chipFamily":"ESP32","ota":{"path":")") + path + R"(","bytes":1}}]})";
    CHECK_FALSE(readManifest(Slice(bad.data(), bad.size()), "ESP32", offer));
  }
  std::string deep(5000, '[');
  CHECK_FALSE(readManifest(Slice(deep.data(), deep.size()), "ESP32", offer));
}

TEST_CASE("versions by their numbers") {
  CHECK(isNewer("1.10.0", "1.9.3"));
  CHECK(isNewer("2.0.0", "1.99.99"));
  CHECK(isNewer("1.0.0", "development"));
  for (const char* offered : {"1.9.3", "1.9.2", "0.99.0", "", "x", "1.9", "1.9.4-rc1", "99999999999.0.0"}) CHECK_FALSE(isNewer(offered, "1.9.3"));
}

TEST_CASE("no bytes from outside break a parser") {
  std::mt19937 chance(1);
  std::string base = post("ssid=My+Wifi&password=12345678") + packet(std::string("\x01\x0F\x04home\x09password1", 17)) + R"({"version":"1","builds":[{"a":"\"b"}]})";
  uint8_t answer[512];
  for (int round = 0; round < 20000; round++) {
    std::string bytes = base.substr(chance() % base.size());
    for (auto n = chance() % 6; n > 0; n--) bytes[chance() % bytes.size()] = static_cast<char>(chance());
    bytes.resize(chance() % bytes.size() + 1);
    Settings settings;
    Portal portal(settings, nullptr, 0);
    std::string place(Portal::ANSWER_BYTES, 0);
    Writer writer(place.data(), place.size());
    portal.answer(Slice(bytes.data(), bytes.size()), writer);
    Portal::requestSize(Slice(bytes.data(), bytes.size()));
    Improv improv;
    if (feed(improv, bytes) == Improv::Command::SEND_WIFI) improv.readWifi(settings);
    Offer offer;
    readManifest(Slice(bytes.data(), bytes.size()), "ESP32", offer);
    CHECK(answerDns(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size(), answer, sizeof answer) <= sizeof answer);
  }
}
