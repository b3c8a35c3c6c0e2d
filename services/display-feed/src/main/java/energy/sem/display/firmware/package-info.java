/** Firmware for displays, from a folder that {@code clients/esp32-display/web/fill} has filled. */
package energy.sem.display.firmware;
