#include "follower.h"

#include <string.h>

namespace sem {

namespace {
constexpr uint32_t REST_MS = 400, AWAKE_MS = 10000, JOIN_MS = 12000;
/** Quick drawings leave shadows behind: after so many, one that flashes. */
constexpr int QUICK_DRAWINGS = 5;
}  // namespace

Next Follower::run() {
  uint32_t beganMs = touchedMs_ = c_.device_.nowMs();
  c_.device_.beginJoin(c_.settings_, c_.remembered_.wifi);
  Join join = Join::JOINING;
  next_ = {};
  next_.seconds = sleepAfterMiss(1, c_.device_.random());
  while (true) {
    if (takeTouches()) return next_;
    uint32_t nowMs = c_.device_.nowMs();
    bool drawing = c_.panel_.state() == Ssd1677::State::WORKING;
    if (join == Join::JOINING) {
      join = c_.device_.joined();
      if (join == Join::JOINING && nowMs - beganMs > JOIN_MS) join = Join::FAILED;
      if (join == Join::FAILED) {
        trouble(Mark::WIFI);
        return next_;
      }
      if (join == Join::JOINING && turned_ && !drawing) showLabel();
    } else if (turned_ && !drawing) {
      preview();
    } else if (!turned_ && !settled_ && !drawing && nowMs - touchedMs_ >= REST_MS) {
      rest();
    }
    if (join == Join::JOINED && settled_ && nowMs - touchedMs_ >= AWAKE_MS) return next_;
    c_.device_.delayMs(2);
  }
}

/** True when the button asks for something else than pictures. */
bool Follower::takeTouches() {
  int clicks = c_.device_.takeClicks();
  Button::Press press = c_.device_.takePress();
  if (press == Button::Press::LONG || press == Button::Press::VERY_LONG) {
    next_.what = press == Button::Press::LONG ? Next::Do::SET_UP : Next::Do::FORGET_ALL;
    return true;
  }
  if (clicks == 0 && press == Button::Press::NONE) return false;
  View before = view_;
  view_ = press == Button::Press::SHORT ? view_.pressed().turned(clicks) : view_.turned(clicks);
  touchedMs_ = c_.device_.nowMs();
  if (view_ != before) {
    turned_ = true;
    settled_ = false;
  }
  return false;
}

void Follower::showLabel() {
  if (label_ && labelled_ == view_) return;
  memset(c_.buffers_.shown, 0xFF, BIN_BYTES);
  PanelBox box = drawLabel(c_.buffers_.shown, c_.settings_, view_);
  // The tag no longer names what is shown: whatever comes next is drawn.
  c_.beginDrawing();
  c_.remembered_.drawing = Remembered::Drawing::BOX;
  c_.remembered_.seal();
  c_.panel_.startBox(c_.buffers_.shown, box);
  label_ = true;
  labelled_ = view_;
}

void Follower::preview() {
  Answer answer = c_.ask(view_, Feed::Form::MONO, Slice());
  if (answer.outcome != Outcome::PICTURE) {
    trouble(markOf(answer.outcome));
    return;
  }
  turned_ = false;
  next_ = c_.answered(answer);
  if (answer.saidView) view_ = answer.view;
  c_.remembered_.view = view_;
  c_.beginDrawing();
  if (shown_ == Shown::GREYS) {
    c_.panel_.startMonoOverGreys(c_.buffers_.incoming);
    quickDrawings_ = 0;
  } else if (quickDrawings_ < QUICK_DRAWINGS) {
    c_.panel_.startMono(c_.buffers_.incoming, c_.buffers_.shown);
  } else {
    c_.panel_.startMonoWhole(c_.buffers_.incoming);
    quickDrawings_ = 0;
  }
  quickDrawings_++;
  shown_ = Shown::MONO;
  c_.remembered_.mark = Mark::NONE;
  memcpy(c_.buffers_.shown, c_.buffers_.incoming, BIN_BYTES);
}

void Follower::rest() {
  settled_ = true;
  // The tag is forgotten when the panel is touched: greys that are still shown need not come again.
  Answer answer = c_.ask(view_, Feed::Form::GREYS, Slice(c_.remembered_.etag));
  if (answer.outcome == Outcome::PICTURE) {
    next_ = c_.answered(answer);
    c_.drawGreys(answer);
    shown_ = Shown::GREYS;
  } else if (answer.outcome == Outcome::SAME) {
    next_ = c_.answered(answer);
  } else {
    trouble(markOf(answer.outcome));
  }
}

/** Somebody stands before the panel: it says at once what is wrong. */
void Follower::trouble(Mark why) {
  turned_ = false;
  settled_ = true;
  c_.remembered_.view = view_;
  c_.panel_.wait();
  next_ = c_.missed(why, true);
  shown_ = Shown::GREYS;  // the buffer of what is shown has been used for the mark
}

}  // namespace sem
