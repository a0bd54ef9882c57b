import Sessions
import Testing

@Suite struct PlacesTests {
  @Test func `XDG folders are taken where they are absolute`() {
    let places = Places(
      environment: ["HOME": "/home/a", "XDG_DATA_HOME": "/data", "XDG_CONFIG_HOME": "relative"], program: "/bin/x")
    #expect(places.sessions == "/data/starpace/sessions")
    #expect(places.cache == "/home/a/.cache/starpace")
    #expect(places.ownScenarios == "/home/a/.config/starpace/scenarios")
  }

  @Test func `the user's own scenarios come before the shipped ones`() {
    var places = Places(environment: ["HOME": "/home/a"], program: "/bin/x")
    places.shipped = "/usr/share/starpace"
    #expect(places.scenarioFolders == ["/home/a/.config/starpace/scenarios", "/usr/share/starpace/Scenarios"])
  }

  @Test func `from a checkout the shipped files are found beside Package.swift`() throws {
    let places = Places()
    #expect(places.recording(at: "owned-failure-close-to-target").hasSuffix("Audio/owned-failure-close-to-target"))
    #expect(places.recording(at: "no-such-session") == "no-such-session")
  }
}
