import Briefing
import Foundation
import Quantities
import VisitSync

/// A file that is attached to a visit: what announces it, and its numbered parts.
struct AttachmentFile {
  /// What the visit's own record says of it.
  let announcement: EvidenceAttachment
  /// The pieces that follow, each in a record of its own.
  let parts: [EvidencePart]

  /// The file at `url`, read whole.
  ///
  /// - Throws: ``CommandFailure`` when it is not there, empty or larger than 64 MiB.
  init(_ url: URL, terminal: Terminal) throws {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.read(url, terminal: terminal)
    } catch is CommandFailure { throw Self.refusal(url, terminal) }
    guard !bytes.isEmpty else { throw Self.refusal(url, terminal) }
    announcement = EvidenceAttachment(bytes, mediaType: Self.mediaType(of: url))
    parts = EvidencePart.parts(of: bytes)
  }

  private static func refusal(_ url: URL, _ terminal: Terminal) -> CommandFailure {
    CommandFailure(.noInput, terminal.phrases.sync.cannotAttach(url.path))
  }

  /// The media type by the name's end, after IANA's registry; the name itself is not kept, since it
  /// may name people.
  static func mediaType(of url: URL) -> String {
    switch url.pathExtension.lowercased() {
    case "jpg", "jpeg": "image/jpeg"
    case "png": "image/png"
    case "heic": "image/heic"
    case "webp": "image/webp"
    case "svg": "image/svg+xml"
    case "pdf": "application/pdf"
    case "txt": "text/plain"
    case "m4a", "mp4": url.pathExtension.lowercased() == "m4a" ? "audio/mp4" : "video/mp4"
    case "mp3": "audio/mpeg"
    case "ogg": "audio/ogg"
    case "wav": "audio/wav"
    default: "application/octet-stream"
    }
  }
}
