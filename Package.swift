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

/// The settings of what computes: in debug builds for tests (`make test` says so) optimised as in release builds, where
/// it is twenty times as fast. Not by default: no package may depend on one that sets compiler flags of its own.
let computing: [SwiftSetting] =
  strict
  + (Context.environment["STARPACE_FAST_TESTS"] == nil
    ? [] : [.unsafeFlags(["-O"], .when(configuration: .debug))])

let package = Package(
  name: "starpace",
  products: [
    .executable(name: "starpace", targets: ["starpace"]),
    .library(name: "SpeechTiming", targets: ["SpeechTiming"]),
    .library(name: "Interview", targets: ["Interview", "Scenarios", "Transcripts"]),
    // For tests only: alsa-lib loads it by its path, so it has to be a library of its own.
    .library(name: "VirtualMicrophone", type: .dynamic, targets: ["VirtualMicrophone"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // The C libraries, each behind one module map.
    .systemLibrary(name: "CALSA", pkgConfig: "alsa", providers: [.apt(["libasound2-dev"])]),
    .systemLibrary(name: "CSpawn"),
    .systemLibrary(name: "CSndFile", pkgConfig: "sndfile", providers: [.apt(["libsndfile1-dev"])]),

    // microphone -> take -> timing -> session -> report: an arrow never points back.
    .target(name: "Acoustics", swiftSettings: computing),
    .target(name: "SpeechTiming", dependencies: ["Acoustics"], swiftSettings: computing),
    .target(name: "SoundFiles", dependencies: ["CSndFile"], swiftSettings: strict),
    .target(name: "Capture", dependencies: ["CALSA"], swiftSettings: strict),
    .target(
      name: "Scenarios", dependencies: [.product(name: "Yams", package: "Yams")], swiftSettings: strict),
    .target(name: "Interruption", swiftSettings: strict),
    .target(name: "ChildPrograms", dependencies: ["CSpawn"], swiftSettings: strict),
    .target(name: "Transcripts", swiftSettings: computing),
    .target(name: "Content", dependencies: ["Scenarios", "Transcripts"], swiftSettings: computing),
    .target(
      name: "Interview", dependencies: ["Acoustics", "Content", "Scenarios", "SpeechTiming", "Transcripts"],
      swiftSettings: strict),
    .target(
      name: "Sessions",
      dependencies: ["Acoustics", "Interview", "Scenarios", "SoundFiles", "SpeechTiming", "Transcripts"],
      swiftSettings: strict),
    .target(
      name: "Trends", dependencies: ["Acoustics", "Interview", "Scenarios", "SpeechTiming"], swiftSettings: computing),
    .target(
      name: "Reports", dependencies: ["Content", "Interview", "Scenarios", "SpeechTiming", "Transcripts", "Trends"],
      // In the program itself, which is often copied alone.
      resources: ["analysis", "failure", "report"].map { .embedInCode("Schemas/\($0).schema.json") },
      swiftSettings: strict),
    // GRDB brings the C library of SQLite, which lies behind its own module map.
    .target(
      name: "SessionIndex",
      dependencies: [
        "Interview", "Scenarios", "Sessions", "Trends", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    // The HTML pages. What they are made of lies in the program, which stays one file.
    .target(
      name: "Pages",
      dependencies: [
        "Acoustics", "Interview", "Reports", "Scenarios", "Sessions", "SpeechTiming", "Trends",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.embedInCode("Assets"), .embedInCode("Templates")], swiftSettings: strict),
    .target(
      name: "Configuration", dependencies: [.product(name: "Yams", package: "Yams")], swiftSettings: strict),
    .target(
      name: "Transcription",
      dependencies: [
        "ChildPrograms", "Configuration", "Interruption", "Interview", "Reports", "Sessions", "SpeechTiming",
        "Transcripts",
      ],
      swiftSettings: strict),
    .target(
      name: "Equipment", dependencies: ["Capture", "ChildPrograms", "SoundFiles", "SpeechTiming"],
      swiftSettings: strict),
    .target(
      name: "Rehearsal",
      dependencies: [
        "Capture", "Equipment", "Interruption", "Interview", "Reports", "Scenarios", "Sessions", "SoundFiles",
        "SpeechTiming",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "starpace",
      dependencies: [
        "Capture", "Configuration", "Equipment", "Interruption", "Interview", "Pages", "Rehearsal", "Reports",
        "Scenarios", "SessionIndex", "Sessions", "SoundFiles", "SpeechTiming", "Transcription", "Transcripts", "Trends",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Test support: signals with known silences, and a microphone made of software.
    .target(
      name: "BuiltSignals", dependencies: ["Acoustics"], path: "Tests/BuiltSignals", swiftSettings: strict),
    .target(
      name: "BuiltSessions", dependencies: ["Acoustics", "Interview", "Scenarios", "SpeechTiming"],
      path: "Tests/BuiltSessions", swiftSettings: computing),
    // PIC: alsa-lib's headers then name the plugin's entry point as its loader looks for it.
    .target(
      name: "VirtualMicrophone", dependencies: ["CALSA"], path: "Tests/VirtualMicrophone",
      cSettings: [
        .define("PIC"), .enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error),
      ]),
    .target(
      name: "VirtualMicrophoneSupport", dependencies: ["CSpawn"], path: "Tests/VirtualMicrophoneSupport",
      swiftSettings: strict),
    .target(name: "OwnThreads", path: "Tests/OwnThreads", swiftSettings: strict),

    .executableTarget(
      name: "starpace-bench",
      dependencies: [
        "Acoustics", "BuiltSessions", "BuiltSignals", "Content", "Interview", "Scenarios", "Sessions", "SoundFiles",
        "SpeechTiming", "Transcripts", "VirtualMicrophoneSupport",
      ],
      path: "Tests/Benchmark", swiftSettings: strict),
    .target(
      name: "Evaluation",
      dependencies: [
        "Acoustics", "BuiltSignals", "Content", "Scenarios", "SpeechTiming", "Transcripts",
        .product(name: "Yams", package: "Yams"),
      ],
      path: "Tests/Evaluation", exclude: ["Answers"], swiftSettings: strict),
    .executableTarget(
      name: "starpace-evaluate",
      dependencies: ["Evaluation", "Scenarios", "Sessions", "SoundFiles", "SpeechTiming"],
      path: "Tests/Evaluate", swiftSettings: strict),

    .testTarget(name: "EvaluationTests", dependencies: ["Evaluation", "SpeechTiming"], swiftSettings: strict),
    .executableTarget(
      name: "starpace-train", dependencies: ["Acoustics", "SoundFiles", "SpeechTiming"],
      path: "Tests/Training", swiftSettings: strict),

    .executableTarget(
      name: "starpace-kernel", dependencies: ["Acoustics", "BuiltSignals", "Interview", "Sessions", "SoundFiles"],
      path: "Tests/Kernel", exclude: ["run-in-virtual-machine"], swiftSettings: strict),

    .testTarget(
      name: "AcousticsTests", dependencies: ["Acoustics", "BuiltSignals"], swiftSettings: strict),
    .testTarget(
      name: "SpeechTimingTests", dependencies: ["Acoustics", "BuiltSignals", "SpeechTiming"],
      swiftSettings: strict),
    .testTarget(
      name: "ContentTests", dependencies: ["Content", "Evaluation", "Scenarios", "Transcripts"], swiftSettings: strict),
    .testTarget(name: "TranscriptsTests", dependencies: ["Acoustics", "Transcripts"], swiftSettings: strict),
    .testTarget(
      name: "InterviewTests",
      dependencies: ["Acoustics", "Content", "Interview", "Scenarios", "SpeechTiming", "Transcripts"],
      swiftSettings: strict),
    .testTarget(
      name: "CaptureTests", dependencies: ["Capture", "OwnThreads", "VirtualMicrophoneSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "EquipmentTests",
      dependencies: [
        "BuiltSignals", "Capture", "ChildPrograms", "Equipment", "OwnThreads", "SoundFiles", "SpeechTiming",
        "VirtualMicrophoneSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Interview", "Reports", "Scenarios", "SpeechTiming", "Transcripts", "Trends"],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "PagesTests",
      dependencies: [
        "BuiltSessions", "Interview", "Pages", "Reports", "Scenarios", "Sessions", "SpeechTiming", "Transcripts",
        "Trends",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RehearsalTests", dependencies: ["Capture", "Interview", "Rehearsal", "Reports", "Scenarios"],
      swiftSettings: strict),
    .testTarget(
      name: "SessionsTests", dependencies: ["Interview", "Scenarios", "Sessions", "SoundFiles", "SpeechTiming"],
      swiftSettings: strict),
    .testTarget(
      name: "SessionIndexTests",
      dependencies: [
        "BuiltSessions", "Interview", "Scenarios", "SessionIndex", "Sessions", "SpeechTiming", "Trends",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TrendsTests", dependencies: ["Acoustics", "Interview", "Scenarios", "SpeechTiming", "Trends"],
      swiftSettings: strict),
    .testTarget(name: "ConfigurationTests", dependencies: ["Configuration"], swiftSettings: strict),
    .testTarget(name: "SoundFilesTests", dependencies: ["CSndFile", "SoundFiles"], swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "starpace", "BuiltSessions", "BuiltSignals", "CSpawn", "Interview", "Scenarios", "SoundFiles",
        "VirtualMicrophoneSupport",
      ],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(name: "ScenariosTests", dependencies: ["Scenarios"], swiftSettings: strict),
  ]
)
