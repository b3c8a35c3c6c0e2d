#include "client.h"

#include <string.h>

#include "follower.h"

namespace sem {

namespace {
constexpr uint32_t JOIN_MS = 12000, A_DAY = 24 * 3600, AN_HOUR = 3600;
/** Wakes in vain before the panel says so: a router that restarts is no news. */
constexpr uint16_t MISSES_BEFORE_MARK = 3;
/** Drawings that a reset cut short, one after the other, before the display rests: a battery may be too weak for them. */
constexpr uint8_t MOST_INTERRUPTED = 3;
}  // namespace

Mark markOf(Outcome outcome) {
  switch (outcome) {
    case Outcome::KEY: return Mark::KEY;
    case Outcome::NOT_A_PICTURE: return Mark::NOT_A_PICTURE;
    case Outcome::SILENT: return Mark::SILENT;
    default: return Mark::NONE;
  }
}

Next Client::wake(Wake cause) {
  if (!remembered_.sound()) remembered_.forget(settings_);
  Next next;
  if (remembered_.drawing != Remembered::Drawing::NONE) {
    remembered_.torn = remembered_.torn || remembered_.drawing == Remembered::Drawing::PICTURE;
    remembered_.drawing = Remembered::Drawing::NONE;
    remembered_.etag[0] = 0;  // half a box may lie on the picture: what comes next is drawn
    if (remembered_.interrupted < 255) remembered_.interrupted++;
    remembered_.seal();
    if (remembered_.interrupted >= MOST_INTERRUPTED && cause != Wake::KNOB) {
      next.seconds = AN_HOUR;
      return next;
    }
  }
  remembered_.charge = chargeOf(device_.batteryMv(), remembered_.charge);
  if (remembered_.charge == Charge::EMPTY) {
    if (remembered_.mark != Mark::BATTERY) showMark(Mark::BATTERY);
  } else {
    next = cause == Wake::KNOB ? Follower(*this).run() : refresh(cause);
  }
  connection_.close();
  if (panel_.state() != Ssd1677::State::STUCK) remembered_.drawing = Remembered::Drawing::NONE;
  panel_.sleep();
  next.seconds = sleepFor(remembered_.charge, next.seconds);
  remembered_.seal();
  return next;
}

Next Client::refresh(Wake cause) {
  bool first = cause == Wake::POWER;
  device_.beginJoin(settings_, remembered_.wifi);
  if (join() != Join::JOINED) return missed(Mark::WIFI, first);
  bool old = device_.seconds() - remembered_.drawnAt >= A_DAY;  // the panel wants to be drawn once a day
  bool whole = remembered_.mark == wantedMark() && !old;
  Answer answer = ask(remembered_.view, Feed::Form::GREYS, whole ? Slice(remembered_.etag) : Slice());
  if (answer.outcome == Outcome::PICTURE) drawGreys(answer);
  if (answer.outcome == Outcome::PICTURE || answer.outcome == Outcome::SAME) return answered(answer);
  return missed(markOf(answer.outcome), first);
}

Join Client::join() {
  uint32_t begin = device_.nowMs();
  Join join;
  while ((join = device_.joined()) == Join::JOINING && device_.nowMs() - begin < JOIN_MS) device_.delayMs(5);
  return join;
}

/** Where the feed is, when the settings do not say so: where it was found the last time, else by looking again. */
bool Client::locate() {
  if (settings_.host[0] != 0 || remembered_.foundHost[0] != 0) return true;
  if (!device_.findFeed(remembered_.foundHost, remembered_.foundPort)) remembered_.foundHost[0] = 0;
  return remembered_.foundHost[0] != 0;
}

Answer Client::ask(View view, Feed::Form form, Slice etag) {
  if (!locate()) return {};
  Settings asked = settings_;
  if (settings_.host[0] == 0) {
    assign(asked.host, remembered_.foundHost);
    asked.port = remembered_.foundPort;
  }
  Answer answer = feed_.ask(asked, view, form, etag, device_.telemetry(), buffers_.incoming);
  if (answer.outcome == Outcome::SILENT || answer.outcome == Outcome::NOT_A_PICTURE) remembered_.foundHost[0] = 0;
  return answer;
}

Next Client::answered(const Answer& answer) {
  remembered_.misses = 0;
  remembered_.answeredAt = device_.seconds();
  if (answer.unixSeconds != 0) remembered_.answeredUnix = answer.unixSeconds;
  if (answer.saidView) remembered_.view = answer.view;
  Next next;
  next.seconds = sleepAfterAnswer(answer.nextUpdateSeconds, device_.random());
  next.answered = true;
  return next;
}

Next Client::missed(Mark why, bool showNow) {
  if (remembered_.misses < UINT16_MAX) remembered_.misses++;
  if (remembered_.torn) {
    showNotice(why);
  } else if ((showNow || remembered_.misses >= MISSES_BEFORE_MARK) && remembered_.mark != why) {
    showMark(why);
  }
  Next next;
  next.seconds = sleepAfterMiss(remembered_.misses, device_.random());
  return next;
}

Mark Client::wantedMark() const { return remembered_.charge == Charge::WELL ? Mark::NONE : Mark::BATTERY; }

bool Client::drawGreys(const Answer& answer) {
  beginDrawing();
  panel_.startGreys(buffers_.incoming);
  if (!panel_.wait()) return false;
  endDrawing();
  remembered_.torn = false;
  remembered_.drawnAt = device_.seconds();
  remembered_.mark = Mark::NONE;
  assign(remembered_.etag, answer.etag);
  remembered_.seal();
  if (wantedMark() != Mark::NONE) showMark(wantedMark());
  return true;
}

void Client::showMark(Mark mark) {
  MarkText text = markText(mark, settings_, remembered_.answeredUnix, feedsClock());
  memset(buffers_.shown, 0xFF, BIN_BYTES);
  PanelBox box = drawMark(buffers_.shown, settings_, text);
  // The picture around the mark is not touched and keeps its name; a reset now leaves the mark to be drawn again.
  remembered_.mark = Mark::NONE;
  remembered_.drawing = Remembered::Drawing::BOX;
  remembered_.seal();
  panel_.startBox(buffers_.shown, box);
  if (!panel_.wait()) return;
  endDrawing();
  remembered_.mark = mark;
  remembered_.seal();
}

/** A whole picture of words, where a reset has left half a picture and the feed is away. */
void Client::showNotice(Mark mark) {
  MarkText text = markText(mark, settings_, remembered_.answeredUnix, feedsClock());
  drawNotice(buffers_.shown, settings_, text);
  beginDrawing();
  panel_.startMonoWhole(buffers_.shown);
  if (!panel_.wait()) return;
  endDrawing();
  remembered_.torn = false;
  remembered_.mark = mark;
  remembered_.seal();
}

void Client::beginDrawing() {
  remembered_.etag[0] = 0;
  remembered_.drawing = Remembered::Drawing::PICTURE;
  remembered_.seal();
}

void Client::endDrawing() {
  remembered_.drawing = Remembered::Drawing::NONE;
  remembered_.interrupted = 0;
  remembered_.seal();
}

uint32_t Client::feedsClock() const { return remembered_.answeredUnix + (device_.seconds() - remembered_.answeredAt); }

}  // namespace sem
