#include "set_up.h"

#include <netinet/in.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

#include "esp_app_desc.h"
#include "esp_mac.h"
#include "sdkconfig.h"
#include "serial_line.h"
#include "../../core/improv.h"
#include "../../core/portal.h"
#include "wifi.h"

namespace sem {

namespace {
constexpr uint32_t PATIENCE_MS = 10 * 60 * 1000, REQUEST_MS = 3000, JOIN_MS = 20000;
constexpr size_t NETWORKS = 12;

int openSocket(int type, uint16_t port) {
  int handle = socket(AF_INET, type, 0);
  sockaddr_in here;
  memset(&here, 0, sizeof here);
  here.sin_family = AF_INET;
  here.sin_port = htons(port);
  here.sin_addr.s_addr = htonl(INADDR_ANY);
  int on = 1;
  setsockopt(handle, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  bool open = bind(handle, reinterpret_cast<sockaddr*>(&here), sizeof here) == 0 && (type == SOCK_DGRAM || listen(handle, 4) == 0);
  if (open) return handle;
  close(handle);
  return -1;
}

bool waitFor(int handle, uint32_t ms) {
  fd_set set;
  FD_ZERO(&set);
  FD_SET(handle, &set);
  timeval time = {};
  time.tv_sec = static_cast<time_t>(ms / 1000);
  time.tv_usec = static_cast<suseconds_t>(ms % 1000 * 1000);
  return select(handle + 1, &set, nullptr, nullptr, &time) == 1;
}

/** One visit of a browser. True when the settings have been changed. */
bool answerBrowser(int listening, Portal& portal) {
  static char request[Portal::REQUEST_BYTES + 1], answer[Portal::ANSWER_BYTES];
  int browser = accept(listening, nullptr, nullptr);
  if (browser < 0) return false;
  size_t got = 0, whole = 0;
  while ((whole == 0 || got < whole) && got < Portal::REQUEST_BYTES && waitFor(browser, REQUEST_MS)) {
    ssize_t count = recv(browser, request + got, Portal::REQUEST_BYTES - got, 0);
    if (count <= 0) break;
    got += static_cast<size_t>(count);
    whole = Portal::requestSize(Slice(request, got));
  }
  bool changed = false;
  if (whole != 0 && got >= whole) {
    Writer writer(answer);
    changed = portal.answer(Slice(request, whole), writer);
    Slice rest = writer.text();
    while (!rest.empty()) {
      ssize_t sent = send(browser, rest.at, rest.size, 0);
      if (sent <= 0) break;
      rest = rest.from(static_cast<size_t>(sent));
    }
  }
  shutdown(browser, SHUT_WR);
  waitFor(browser, 500);
  close(browser);
  return changed;
}

void answerName(int dns) {
  uint8_t question[512], answer[528];
  sockaddr_in from;
  socklen_t size = sizeof from;
  ssize_t count = recvfrom(dns, question, sizeof question, 0, reinterpret_cast<sockaddr*>(&from), &size);
  if (count <= 0) return;
  size_t bytes = answerDns(question, static_cast<size_t>(count), answer, sizeof answer);
  if (bytes > 0) sendto(dns, answer, bytes, 0, reinterpret_cast<sockaddr*>(&from), size);
}

void writeResult(Improv::Command command, const Slice* texts, size_t count) {
  uint8_t packet[Improv::PACKET_BYTES];
  SerialLine::write(packet, Improv::writeResult(command, texts, count, packet));
}

void writeState(Improv::State state) {
  uint8_t packet[Improv::PACKET_BYTES];
  SerialLine::write(packet, Improv::writeState(state, packet));
}

/** Tries the network that a browser gave over the serial line. */
bool tryNetwork(Device& device, const Settings& settings) {
  uint8_t noted[24] = {};
  writeState(Improv::State::PROVISIONING);
  device.beginJoin(settings, noted);
  uint32_t begin = device.nowMs();
  while (device.joined() == Join::JOINING && device.nowMs() - begin < JOIN_MS) device.delayMs(50);
  return device.joined() == Join::JOINED;
}

/** What came of listening to the serial line. */
enum class Heard : uint8_t { NOTHING, TRIED_IN_VAIN, CHANGED };

Heard answerSerial(Improv& improv, Device& device, Settings& settings, const Seen* seen, size_t seenCount) {
  uint8_t byte;
  while (SerialLine::read(byte)) {
    Improv::Command command = improv.take(byte);
    uint8_t packet[Improv::PACKET_BYTES];
    if (improv.error() != Improv::Error::NONE) SerialLine::write(packet, Improv::writeError(improv.error(), packet));
    if (command == Improv::Command::STATE) writeState(Improv::State::READY);
    if (command == Improv::Command::INFO) {
      const esp_app_desc_t* app = esp_app_get_description();
      Slice info[] = {"SEM display", app->version, CONFIG_IDF_TARGET, "SEM display"};
      writeResult(command, info, 4);
    }
    for (size_t i = 0; command == Improv::Command::SCAN && i < seenCount; i++) {
      char rssi[8];
      Writer writer(rssi);
      writer.add(int32_t{seen[i].rssiDbm});
      Slice network[] = {seen[i].ssid, writer.text(), "YES"};
      writeResult(command, network, 3);
    }
    if (command == Improv::Command::SCAN) writeResult(command, nullptr, 0);
    if (command == Improv::Command::SEND_WIFI) {
      Settings tried = settings;
      bool network = improv.readWifi(tried);
      if (network && tryNetwork(device, tried)) {
        settings = tried;
        writeState(Improv::State::PROVISIONED);
        writeResult(command, nullptr, 0);
        return Heard::CHANGED;
      }
      Improv::Error error = network ? Improv::Error::CANNOT_CONNECT : Improv::Error::INVALID;
      SerialLine::write(packet, Improv::writeError(error, packet));
      if (network) return Heard::TRIED_IN_VAIN;
    }
  }
  return Heard::NOTHING;
}

/** The name of the opened network, SEM-1A2B, and a password of eight digits. */
void nameNetwork(Device& device, char (&name)[16], char (&password)[9]) {
  uint8_t mac[6] = {};
  esp_read_mac(mac, ESP_MAC_WIFI_STA);
  Writer(name).add("SEM-").addHex(mac + 4, 2);
  for (int i = 0; i < 8; i++) password[i] = static_cast<char>('0' + device.random() % 10);
  password[8] = 0;
}
}  // namespace

bool setUp(Device& device, PanelBus& bus, Settings& settings, Slice trouble, Buffers& buffers) {
  char name[16], password[9];
  nameNetwork(device, name, password);
  drawSetUp(buffers.shown, settings, name, password, trouble);
  Ssd1677 panel(bus);
  panel.startMonoOverGreys(buffers.shown);
  SerialLine::open();
  wifi::open(name, password);
  panel.wait();
  panel.sleep();

  static Seen seen[NETWORKS];
  size_t seenCount = wifi::scan(seen, NETWORKS);
  Portal portal(settings, seen, seenCount);
  Improv improv;
  int web = openSocket(SOCK_STREAM, 80), dns = openSocket(SOCK_DGRAM, 53);
  bool changed = false;
  uint32_t begin = device.nowMs();
  while (!changed && device.nowMs() - begin < PATIENCE_MS) {
    if (web >= 0 && waitFor(web, 20)) {
      begin = device.nowMs();
      changed = answerBrowser(web, portal);
    }
    if (dns >= 0 && waitFor(dns, 0)) answerName(dns);
    Heard heard = answerSerial(improv, device, settings, seen, seenCount);
    changed = changed || heard == Heard::CHANGED;
    if (heard == Heard::TRIED_IN_VAIN) wifi::open(name, password);  // the trial had closed it
  }
  if (web >= 0) close(web);
  if (dns >= 0) close(dns);
  wifi::stop();
  return changed;
}

}  // namespace sem
