#pragma once

#include "client.h"

namespace sem {

/**
 * Follows the knob: black and white while it turns, greys when it rests, sleep ten seconds after the last touch. The newest
 * view wins; one request at a time.
 */
class Follower {
 public:
  explicit Follower(Client& client) : c_(client), view_(client.remembered_.view) {}
  Next run();

 private:
  enum class Shown : uint8_t { GREYS, MONO };

  bool takeTouches();
  void showLabel();
  void preview();
  void rest();
  void trouble(Mark why);

  Client& c_;
  View view_;
  View labelled_{};
  bool label_ = false;
  Shown shown_ = Shown::GREYS;
  int quickDrawings_ = 0;
  bool turned_ = false;
  bool settled_ = false;
  uint32_t touchedMs_ = 0;
  Button::Press press_ = Button::Press::NONE;
  Next next_;
};

}  // namespace sem
