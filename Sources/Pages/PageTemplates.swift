import Mustache

/// The templates, the style sheet and the script of all pages, as they lie in the program.
enum PageTemplates {
  /// `content` in the template `name`, every value escaped as `PageText` does.
  static func render(_ name: String, _ content: some Any) -> String {
    guard let page = library.render(content, withTemplate: name) else { preconditionFailure("no template \(name)") }
    return page
  }

  private static let library: MustacheLibrary = {
    MustacheContentTypes.register(PageText(), named: PageText.name)
    // The first tag of each: the engine goes back to its own escaping in every partial.
    let escaping = "{{% CONTENT_TYPE: \(PageText.name)}}"
    do {
      return MustacheLibrary(
        templates: try sources.mapValues {
          try MustacheTemplate(string: escaping + String(decoding: $0, as: UTF8.self))
        })
    } catch {
      // They are part of the program, and every test of a page parses them all.
      preconditionFailure("a template is broken: \(error)")
    }
  }()

  /// What each partial is, by its name.
  static let sources: [String: [UInt8]] = [
    "style": PackageResources.page_css,
    "script": PackageResources.page_js,
    "shell": PackageResources.shell_mustache,
    "signs": PackageResources.signs_mustache,
    "verdict": PackageResources.verdict_mustache,
    "bullet": PackageResources.bullet_mustache,
    "table": PackageResources.table_mustache,
    "place": PackageResources.place_mustache,
    "report": PackageResources.report_mustache,
    "result": PackageResources.result_mustache,
    "footer": PackageResources.footer_mustache,
    "trend": PackageResources.trend_mustache,
    "history": PackageResources.history_mustache,
    "cohort": PackageResources.cohort_mustache,
    "side-by-side": PackageResources.side_by_side_mustache,
    "links": PackageResources.links_mustache,
    "notes": PackageResources.notes_mustache,
    "changes": PackageResources.changes_mustache,
    "probes": PackageResources.probes_mustache,
    "advice": PackageResources.advice_mustache,
    "words": PackageResources.words_mustache,
    "take": PackageResources.take_mustache,
    "lane": PackageResources.lane_mustache,
    "speech": PackageResources.speech_mustache,
    "legend": PackageResources.legend_mustache,
  ]
}
