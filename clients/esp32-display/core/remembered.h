#pragma once

#include "feed.h"

namespace sem {

/** Why the panel says that its picture is old. */
enum class Mark : uint8_t { NONE, WIFI, SILENT, KEY, NOT_A_PICTURE, BATTERY };

/** How full the battery is, in the steps that matter. */
enum class Charge : uint8_t { WELL, LOW, VERY_LOW, EMPTY };

/**
 * What survives deep sleep: about 200 bytes of the memory of the real-time clock. After a loss of power it is random, which
 * its checksum tells.
 *
 * `etag` always names the picture that is whole on the panel. It is forgotten, and that sealed, before the panel is
 * touched, and set afterwards: after a reset in the middle of a drawing the next answer is drawn, whatever it is.
 */
struct Remembered {
  View view;
  char etag[ETAG_BYTES];
  /** The clock that goes on through sleep, when the panel was last drawn whole and when the feed last answered. */
  uint32_t drawnAt;
  uint32_t answeredAt;
  /** The feed's own clock at that answer; 0: it never answered. */
  uint32_t answeredUnix;
  /** Wakes in vain, one after the other. */
  uint16_t misses;
  Mark mark;
  Charge charge;
  /** A drawing was begun and not ended: of a picture, of a box on it. */
  enum class Drawing : uint8_t { NONE, PICTURE, BOX } drawing;
  /** A drawing of a picture was cut short, and nothing whole has been drawn since. */
  bool torn;
  /** How many drawings one after the other were not ended. */
  uint8_t interrupted;
  /** When it last looked for a newer firmware. */
  uint32_t updateAskedAt;
  /** Where mDNS found the feed. */
  char foundHost[16];
  uint16_t foundPort;
  /** Of the network layer: access point and channel, so that it need not look for them. */
  uint8_t wifi[24];
  uint32_t checksum;

  /** Whether this was sealed before. */
  bool sound() const;
  void seal();
  /** Begins anew with the view of the settings. */
  void forget(const Settings& settings);
};

}  // namespace sem
