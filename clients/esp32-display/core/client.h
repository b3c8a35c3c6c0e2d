#pragma once

#include "feed.h"
#include "knob.h"
#include "notices.h"
#include "remembered.h"
#include "schedule.h"
#include "settings.h"
#include "ssd1677.h"

namespace sem {

enum class Join : uint8_t { JOINING, JOINED, FAILED };

/** What the chip can do. */
class Device : public Clock {
 public:
  virtual void delayMs(uint32_t ms) = 0;
  /** Seconds that go on through sleep; they begin anew when the power comes back. */
  virtual uint32_t seconds() = 0;
  virtual uint32_t random() = 0;
  /** Begins to join the network, by what it noted of the access point the last time. */
  virtual void beginJoin(const Settings& settings, uint8_t (&noted)[24]) = 0;
  /** How far that is. What it noted is filled in when it has joined. */
  virtual Join joined() = 0;
  /** Looks for a feed that announces itself by mDNS; writes its address as four numbers. */
  virtual bool findFeed(char (&host)[16], uint16_t& port) = 0;
  /** What it knows of itself; the network has been joined. */
  virtual Telemetry telemetry() = 0;
  /** 0: there is no battery. */
  virtual uint16_t batteryMv() = 0;
  /** The clicks of the knob since the last call; to the right is more. */
  virtual int takeClicks() = 0;
  virtual Button::Press takePress() = 0;

 protected:
  ~Device() = default;
};

enum class Wake : uint8_t { POWER, TIMER, KNOB };

/** What is to be done after a wake. */
struct Next {
  enum class Do : uint8_t { SLEEP, SET_UP, FORGET_ALL };
  Do what = Do::SLEEP;
  uint32_t seconds = 0;
  /** The feed has answered: what is running now works. */
  bool answered = false;
};

/** What the panel says when an answer was no picture. */
Mark markOf(Outcome outcome);

/** Pictures on their way. */
struct Buffers {
  uint8_t incoming[RAW_BYTES];
  uint8_t shown[BIN_BYTES];
};

/**
 * The display: woken by its timer it asks once and draws what is new; woken by its knob it follows the knob until that
 * rests. It never draws what is not whole, and says on the panel when it has asked in vain.
 */
class Client {
 public:
  Client(Device& device, Connection& connection, PanelBus& bus, const Settings& settings, Remembered& remembered, Buffers& buffers)
      : device_(device),
        connection_(connection),
        feed_(connection, device),
        panel_(bus),
        settings_(settings),
        remembered_(remembered),
        buffers_(buffers) {}

  /** One wake, until it may sleep. The panel sleeps then. */
  Next wake(Wake cause);

 private:
  Next refresh(Wake cause);
  Next follow();
  Join join();
  bool locate();
  Answer ask(View view, Feed::Form form, Slice etag);
  Next answered(const Answer& answer);
  Next missed(Mark why, bool showNow);
  Mark wantedMark() const;
  bool drawGreys(const Answer& answer);
  void showMark(Mark mark);
  void showNotice(Mark mark);
  void beginDrawing();
  void endDrawing();
  uint32_t feedsClock() const;

  Device& device_;
  Connection& connection_;
  Feed feed_;
  Ssd1677 panel_;
  const Settings& settings_;
  Remembered& remembered_;
  Buffers& buffers_;
  friend class Follower;
};

}  // namespace sem
