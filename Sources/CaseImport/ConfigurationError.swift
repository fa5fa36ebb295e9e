public import FieldModel

/// Why nothing could be read from a file that people edit: mappings, crews, settings.
public enum ConfigurationError: Error, Hashable, Sendable {
  /// The file is not UTF-8.
  case notText
  /// The file is larger than 1 MiB or nested more than 64 deep.
  case tooLarge
  /// The file is not YAML; `problem` is the parser's word for it.
  case notYAML(line: Int, problem: String)
  /// The file is not a mapping of keys to values.
  case notAMapping
  /// Something without which the file means nothing is missing or wrong.
  case missing(Diagnostic)

  /// A stable code for messages and the Errors article.
  public var code: String {
    switch self {
    case .notText: "not-text"
    case .tooLarge: "too-large"
    case .notYAML: "not-yaml"
    case .notAMapping: "not-a-mapping"
    case .missing: "missing-key"
    }
  }
}
