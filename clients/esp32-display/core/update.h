#pragma once

#include "text.h"

namespace sem {

/** A firmware that the feed offers for this chip. */
struct Offer {
  char version[24] = "";
  /** Relative to the manifest. */
  char path[96] = "";
  uint32_t bytes = 0;
};

/**
 * Reads the manifest from which ESP Web Tools flashes (`version`, `builds` with `chipFamily`), in which each build also has
 * what a running display takes: `"ota": {"path": "…", "bytes": …}`. False when it is broken or has nothing for this chip.
 */
bool readManifest(Slice json, Slice chipFamily, Offer& offer);

/** Whether a version comes after another by their numbers, 1.10.0 after 1.9.3; what is no version comes after nothing. */
bool isNewer(Slice offered, Slice running);

}  // namespace sem
