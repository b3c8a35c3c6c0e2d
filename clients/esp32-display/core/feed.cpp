#include "feed.h"

#include "http.h"
#include "zone.h"

namespace sem {

namespace {
/** For the connection, and for the whole of an answer: one in the house takes some milliseconds. */
constexpr uint32_t CONNECT_MS = 5000, ANSWER_MS = 8000;

void say(HttpHead& head, Answer& answer) {
  Slice etag = head.header("ETag");
  if (etag.printable()) assign(answer.etag, etag);
  if (!head.header("X-Next-Update").number(answer.nextUpdateSeconds)) answer.nextUpdateSeconds = 0;
  answer.saidView = View::read(head.header("X-View"), answer.view);
  answer.unixSeconds = readHttpDate(head.header("Date"));
}

/** The length alone does not make a picture: a router's page may have it too. */
bool isPicture(const HttpHead& head, size_t bytes) {
  uint32_t length;
  return head.header("Transfer-Encoding").empty() && head.header("Content-Encoding").empty() &&
         head.header("Content-Type").same("application/octet-stream") && head.header("Content-Length").number(length) &&
         length == bytes;
}

Outcome outcomeOf(const HttpHead& head, bool conditional, size_t bytes) {
  switch (head.status()) {
    case 200: return isPicture(head, bytes) ? Outcome::PICTURE : Outcome::NOT_A_PICTURE;
    case 304: return conditional ? Outcome::SAME : Outcome::NOT_A_PICTURE;
    case 401: case 403: return Outcome::KEY;
    default: return Outcome::NOT_A_PICTURE;
  }
}
}  // namespace

void writeRequest(const Settings& settings, View view, Feed::Form form, Slice etag, const Telemetry& telemetry, Writer& writer) {
  writer.add("GET ").add(settings.path).add('/');
  if (settings.meter[0] != 0) writer.add(settings.meter).add('/');
  writer.add(view.periodWord()).add('/').add(int32_t{view.offset}).add(form == Feed::Form::GREYS ? ".raw" : ".bin");
  writer.add("?lang=").add(languageWord(settings.language)).add("&rot=").add(int32_t{settings.rotation});
  writer.add(" HTTP/1.1\r\nHost: ").add(settings.host);
  if (settings.port != 80) writer.add(':').add(int32_t{settings.port});
  writer.add("\r\nAccept-Encoding: identity\r\n");
  if (!etag.empty()) writer.add("If-None-Match: ").add(etag).add("\r\n");
  if (settings.key[0] != 0) writer.add("X-API-Key: ").add(settings.key).add("\r\n");
  writer.add("X-Device-Id: ").add(telemetry.deviceId).add("\r\nX-Firmware: ").add(telemetry.firmware).add("\r\n");
  if (telemetry.batteryMv != 0) writer.add("X-Battery-mV: ").add(int32_t{telemetry.batteryMv}).add("\r\n");
  if (telemetry.rssiDbm != 0) writer.add("X-RSSI: ").add(int32_t{telemetry.rssiDbm}).add("\r\n");
  writer.add("\r\n");
}

bool Feed::openAndSend(const Settings& settings, Slice request, uint32_t deadlineMs) {
  uint32_t left = leftMs(clock_, deadlineMs);
  if (!connection_.isOpen() && !connection_.open(settings.host, settings.port, left < CONNECT_MS ? left : CONNECT_MS)) {
    return false;
  }
  left = leftMs(clock_, deadlineMs);
  return connection_.send(reinterpret_cast<const uint8_t*>(request.at), request.size, left);
}

Answer Feed::ask(const Settings& settings, View view, Form form, Slice etag, const Telemetry& telemetry, uint8_t* body) {
  Answer answer;
  char place[768];
  Writer request(place);
  writeRequest(settings, view, form, etag, telemetry, request);
  uint32_t deadlineMs = clock_.nowMs() + ANSWER_MS;
  HttpHead head;
  HttpHead::Result result = HttpHead::Result::CLOSED;
  // A connection that was kept may have been closed by the feed meanwhile: then once more, with a new one.
  bool kept = connection_.isOpen();
  for (int attempt = kept ? 0 : 1; attempt < 2 && result == HttpHead::Result::CLOSED; attempt++) {
    if (openAndSend(settings, request.text(), deadlineMs)) {
      result = head.receive(connection_, clock_, deadlineMs);
    } else if (attempt == 1) {
      result = HttpHead::Result::SILENT;
    }
    if (result != HttpHead::Result::READ) connection_.close();
  }
  if (result != HttpHead::Result::READ) {
    answer.outcome = result == HttpHead::Result::NONSENSE ? Outcome::NOT_A_PICTURE : Outcome::SILENT;
    return answer;
  }
  size_t bytes = form == Form::GREYS ? RAW_BYTES : BIN_BYTES;
  answer.outcome = outcomeOf(head, !etag.empty(), bytes);
  if (answer.outcome == Outcome::PICTURE && !receiveBody(head, connection_, clock_, deadlineMs, body, bytes)) {
    answer.outcome = Outcome::NOT_A_PICTURE;
  }
  bool good = answer.outcome == Outcome::PICTURE || answer.outcome == Outcome::SAME;
  if (good) say(head, answer);
  if (!good || !head.keepsOpen()) connection_.close();
  return answer;
}

}  // namespace sem
