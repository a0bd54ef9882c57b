import ArgumentParser
import Capture
import Configuration
import Equipment
import Foundation
import Reports
import Scenarios
import Sessions
import SoundFiles
import Transcription
import Transcripts

/// Runs `work`; an error is written to standard error as its sentence and becomes its exit code.
func reportingFailures(_ work: () throws -> Void) throws {
  // A limit on the size of files then is an error of the write (EFBIG), not the end of the program.
  signal(SIGXFSZ, SIG_IGN)
  do {
    try work()
  } catch let code as ExitCode {
    throw code
  } catch {
    warn(sentence(of: error))
    throw ExitCode(exitStatus(of: error))
  }
}

/// Writes `text` as a line of standard error, unless nobody can read it any more.
func warn(_ text: String) {
  try? FileHandle.standardError.write(contentsOf: Data("starpace: \(text)\n".utf8))
}

/// What went wrong and what to do next.
func sentence(of error: any Error) -> String {
  switch error {
  case let error as SoundFileError: error.description
  case let error as SessionError: error.description
  case let error as CaptureError: error.description
  case let error as PlaybackError: error.description
  case let error as VoiceError: error.description
  case let error as ScenarioLibraryError: error.description
  case let error as ScenarioError: error.description
  case let error as PrincipleError: error.description
  case let error as NoSuchForm: error.description
  case let error as TranscriptError: error.description
  case let error as TranscriptionError: error.description
  case let error as ConfigurationError: error.description
  default: "Something went wrong that has no name: \(error)"
  }
}

/// The exit code of an error, after sysexits.h.
func exitStatus(of error: any Error) -> Int32 {
  switch error {
  case let error as SoundFileError:
    switch error.kind {
    case .noSuchFile, .noPermission: 66
    case .badData, .noSound: 65
    case .cannotCreate: 73
    case .cannotRead, .cannotWrite: 74
    }
  case let error as SessionError:
    switch error.kind {
    case .inUse: 1
    case .usage: 64
    case .badData: 65
    case .noInput: 66
    case .cannotCreate: 73
    case .cannotWrite: 74
    }
  case is CaptureError: 69
  case .startsPastEnd as PlaybackError: 65
  case is PlaybackError, is VoiceError: 69
  case is ScenarioError, is TranscriptError, is ConfigurationError: 65
  case .interrupted as TranscriptionError: 130
  case is PrincipleError, is NoSuchForm, .noEditor as TranscriptionError: 64
  case let error as ScenarioLibraryError:
    switch error {
    case .broken: 65
    case .unreadable, .unknown: 66
    }
  default: 1
  }
}
