// swift-tools-version: 6.2
import PackageDescription

/// The one set of compiler settings, for every target of the package.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "starpace",
  products: [
    .executable(name: "starpace", targets: ["starpace"]),
    .library(name: "SpeechTiming", targets: ["SpeechTiming"]),
    .library(name: "Interview", targets: ["Interview", "Scenarios"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    // The two C libraries, each behind one module map.
    .systemLibrary(name: "CALSA", pkgConfig: "alsa", providers: [.apt(["libasound2-dev"])]),
    .systemLibrary(name: "CSndFile", pkgConfig: "sndfile", providers: [.apt(["libsndfile1-dev"])]),

    // microphone -> take -> timing -> session -> report: an arrow never points back.
    .target(name: "Acoustics", swiftSettings: strict),
    .target(name: "SpeechTiming", dependencies: ["Acoustics"], swiftSettings: strict),
    .target(name: "SoundFiles", dependencies: ["CSndFile"], swiftSettings: strict),
    .target(name: "Capture", dependencies: ["CALSA", "SoundFiles"], swiftSettings: strict),
    .target(
      name: "Scenarios", dependencies: [.product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(name: "Interview", dependencies: ["Scenarios", "SpeechTiming"], swiftSettings: strict),
    .target(name: "Sessions", dependencies: ["Interview", "SoundFiles"], swiftSettings: strict),
    .target(name: "Reports", dependencies: ["Interview"], swiftSettings: strict),
    .target(
      name: "Rehearsal", dependencies: ["Capture", "Sessions", "Reports"], swiftSettings: strict),
    .executableTarget(
      name: "starpace",
      dependencies: [
        "Rehearsal", "Capture", "Sessions", "Reports", "Scenarios",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(name: "BuiltSignals", path: "Tests/BuiltSignals", swiftSettings: strict),
    .testTarget(
      name: "AcousticsTests", dependencies: ["Acoustics", "BuiltSignals"], swiftSettings: strict),
  ]
)
