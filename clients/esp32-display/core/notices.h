#pragma once

#include "canvas.h"
#include "remembered.h"
#include "settings.h"

namespace sem {

/** Where the device says why the picture is old: over the picture's "as of", top right. */
constexpr int MARK_X = 304, MARK_Y = 0, MARK_WIDTH = 176, MARK_HEIGHT = 32;
/** Where it says which view is being fetched. */
constexpr int LABEL_X = 90, LABEL_Y = 104, LABEL_WIDTH = 300, LABEL_HEIGHT = 72;

/** What the picture's corner says: two lines, the second may be empty. `sinceUnix` 0: it never had an answer. */
struct MarkText {
  char first[24] = "";
  char second[24] = "";
};
MarkText markText(Mark mark, const Settings& settings, uint32_t sinceUnix, uint32_t nowUnix);

/** Draws the mark into its box and returns that. */
PanelBox drawMark(uint8_t* bin, const Settings& settings, const MarkText& text);

/** A whole picture of the same words. */
void drawNotice(uint8_t* bin, const Settings& settings, const MarkText& text);

/** Draws "week -2" into its box and returns that. */
PanelBox drawLabel(uint8_t* bin, const Settings& settings, View view);

/** A whole picture: how to set the display up, with the name and the password of the network that it opens. */
void drawSetUp(uint8_t* bin, const Settings& settings, Slice network, Slice password, Slice trouble);

}  // namespace sem
