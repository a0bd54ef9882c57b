import Capture
import Testing

struct DeviceWishTests {
  private let present = [
    CaptureDevice(name: "default", title: "The system's default microphone"),
    CaptureDevice(
      name: "plughw:CARD=PCH,DEV=0", title: "HDA Intel PCH, ALC257 Analog", card: SoundCard(number: 0, id: "PCH")),
    CaptureDevice(
      name: "plughw:CARD=PCH,DEV=2", title: "HDA Intel PCH, ALC257 Alt Analog",
      card: SoundCard(number: 0, id: "PCH")),
    CaptureDevice(
      name: "plughw:CARD=Yeti,DEV=0", title: "Blue Yeti, USB Audio", card: SoundCard(number: 2, id: "Yeti")),
    CaptureDevice(
      name: "plughw:CARD=Device,DEV=0", title: "Headset 2, USB Audio", card: SoundCard(number: 3, id: "Device")),
    CaptureDevice(name: "desk", title: "Desk"),
    CaptureDevice(name: "table", title: "Desk of a friend"),
  ]

  @Test(arguments: [
    ("default", "default"),
    ("plughw:CARD=Yeti,DEV=0", "plughw:CARD=Yeti,DEV=0"),
    ("plughw:CARD=PCH,DEV=2", "plughw:CARD=PCH,DEV=2"),
  ])
  func `a name of the list is that device`(wish: String, name: String) throws {
    #expect(try deviceName(meantBy: wish, among: present) == name)
  }

  @Test(arguments: [
    ("2", "plughw:CARD=Yeti,DEV=0"), ("yeti", "plughw:CARD=Yeti,DEV=0"), ("CARD=Yeti", "plughw:CARD=Yeti,DEV=0"),
    ("card=device", "plughw:CARD=Device,DEV=0"), ("0", "plughw:CARD=PCH,DEV=0"), ("pch", "plughw:CARD=PCH,DEV=0"),
  ])
  func `a card is its first input, by number or id, before a part of a title`(wish: String, name: String) throws {
    #expect(try deviceName(meantBy: wish, among: present) == name)
  }

  @Test(arguments: [
    ("BLUE YETI, usb audio", "plughw:CARD=Yeti,DEV=0"), ("headset", "plughw:CARD=Device,DEV=0"),
    ("alt analog", "plughw:CARD=PCH,DEV=2"), ("desk", "desk"), ("Desk", "desk"), ("friend", "table"),
  ])
  func `a title, or a part that only one has, is that device`(wish: String, name: String) throws {
    #expect(try deviceName(meantBy: wish, among: present) == name)
  }

  @Test func `a part that several have is refused with their list`() {
    let error = CaptureError.ambiguousDevice("usb", matches: [present[3], present[4]])
    #expect(throws: error) { try deviceName(meantBy: "usb", among: present) }
    #expect(
      error.description
        == "2 microphones match usb: Blue Yeti, USB Audio (plughw:CARD=Yeti,DEV=0), Headset 2, USB Audio "
        + "(plughw:CARD=Device,DEV=0). Name one of them with --device.")
  }

  @Test(arguments: ["hw:7", "7", "CARD=Snowball", "snowball", "hw:CARD=Yeti", ""])
  func `anything else is left to alsa-lib`(wish: String) throws {
    #expect(try deviceName(meantBy: wish, among: present) == wish)
    #expect(try deviceName(meantBy: wish, among: []) == wish)
  }
}
