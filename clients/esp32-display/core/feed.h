#pragma once

#include "connection.h"
#include "panel.h"
#include "settings.h"
#include "view.h"

namespace sem {

/** What came of asking the feed. */
enum class Outcome : uint8_t {
  /** A whole picture. */
  PICTURE,
  /** 304: the picture that the panel shows. */
  SAME,
  /** Nothing answered within the time. */
  SILENT,
  /** 401 or 403: the key is missing or wrong. */
  KEY,
  /** Somebody answered, with anything but a whole picture: another web server, a fault, half a picture. */
  NOT_A_PICTURE,
};

constexpr size_t ETAG_BYTES = 40;

/** The feed's answer. */
struct Answer {
  Outcome outcome = Outcome::SILENT;
  /** Names the picture; empty when it came without a usable one. */
  char etag[ETAG_BYTES] = "";
  /** In how many seconds it is worth asking again; 0 when that was not said. */
  uint32_t nextUpdateSeconds = 0;
  /** The view that the feed shows, where it said so: a knob stops at the ends of the data. */
  View view;
  bool saidView = false;
  /** The feed's clock, as seconds after the beginning of 1970; 0 when it was not said. */
  uint32_t unixSeconds = 0;
};

/** What the device says of itself with each request. */
struct Telemetry {
  char deviceId[13] = "";
  const char* firmware = "";
  /** 0: unknown, or no battery. */
  uint16_t batteryMv = 0;
  /** 0: unknown. */
  int8_t rssiDbm = 0;
};

/** Asks the feed for pictures, one request for one answer. A connection that is kept open is used again. */
class Feed {
 public:
  enum class Form : uint8_t { GREYS, MONO };

  /** The address is the host that is asked: that of the settings, or the one that was found. */
  Feed(Connection& connection, Clock& clock) : connection_(connection), clock_(clock) {}

  /**
   * Asks for a view. The picture comes into `body`, of RAW_BYTES or BIN_BYTES; what is in there when the outcome is not
   * PICTURE is of no use. With an etag, the picture comes only when it is another one.
   */
  Answer ask(const Settings& settings, View view, Form form, Slice etag, const Telemetry& telemetry, uint8_t* body);

 private:
  bool openAndSend(const Settings& settings, Slice request, uint32_t deadlineMs);

  Connection& connection_;
  Clock& clock_;
};

/** The request, as it goes over the wire. */
void writeRequest(const Settings& settings, View view, Feed::Form form, Slice etag, const Telemetry& telemetry, Writer& writer);

}  // namespace sem
