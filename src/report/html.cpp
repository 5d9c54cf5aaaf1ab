#include "report/html.hpp"

#include "report/assets.hpp"
#include "report/html_page.hpp"
#include "report/reading.hpp"
#include "report/sections/sections.hpp"

namespace veer::report {

namespace {

/// A string for `content:` in a style sheet, inside quotes.
std::string css_string(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\' || c == '<' || static_cast<unsigned char>(c) < 0x20) {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out;
}

std::string marking(const Page& page) {
  return page.t(page.findings.audience == Audience::open ? "mark.open" : "mark.internal");
}

/// What stands in the margins of every printed page.
std::string print_margins(const Page& page) {
  const std::string title =
      in(page.findings.region_title, page.language) + " – " + in(page.findings.hazard, page.language);
  return "<style>@page{@top-left{content:\"" + css_string(title) + "\"}@top-right{content:\"" +
         css_string(marking(page)) + "\"}@bottom-left{content:\"" + css_string(page.t("mark.example")) +
         "\"}@bottom-right{content:counter(page) \" / \" counter(pages)}}</style>\n";
}

std::string head(const Page& page, const std::string& title) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + std::string(page.language == Language::nl ? "nl" : "en") +
                    "\">\n<head>\n<meta charset=\"utf-8\">\n";
  // Nothing may be fetched: the policy holds the page to it, whatever a later change puts in.
  out +=
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
      "script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n";
  out +=
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" "
      "content=\"no-referrer\">\n";
  out += "<meta name=\"generator\" content=\"veer " + escaped(page.findings.version) + "\">\n<title>" + title +
         "</title>\n<style>\n";
  return out + std::string(assets::style) + "</style>\n" + print_margins(page) + "</head>\n";
}

void fact(std::string& out, const std::string& name, const std::string& value) {
  if (!value.empty()) out += "<div><dt>" + name + "</dt><dd>" + value + "</dd></div>\n";
}

std::string season(const Page& page) {
  const Findings& f = page.findings;
  return page.word("season", f.season) + ", " + page.t("header.outdoor", {page.format.number(f.outdoor_c)});
}

std::string header(const Page& page, const std::string& title) {
  const Findings& f = page.findings;
  std::string out = "<header class=\"top\">\n<p class=\"marking\">" + marking(page) + "</p>\n<p class=\"over\">" +
                    page.t("header.over") + "</p>\n<h1>" + title + "</h1>\n<dl class=\"facts\">\n";
  fact(out, page.t("header.hazard"), page.name(f.hazard));
  fact(out, page.t("header.start"), page.time(f.start));
  fact(out, page.t("header.season"), f.season.empty() ? "" : season(page));
  fact(out, page.t("header.residents"),
       f.residents > 0
           ? page.format.count(f.residents) + (f.reference_date.empty() ? "" : " (" + page.date(f.reference_date) + ")")
           : "");
  fact(out, page.t("header.horizon"), page.format.number(f.horizon_h) + " " + page.t("unit.hours"));
  fact(out, page.t("header.replicas"), page.format.count(page.replicas()));
  fact(out, page.t("header.model"), f.model.empty() ? "" : page.word("model", f.model));
  fact(out, page.t("header.run"), "<code>" + escaped(f.run_id) + "</code>");
  out += "</dl>\n";
  // Sentences: too long for the column of a fact.
  if (!f.model_reason.nl.empty())
    out += "<p class=\"model-reason\">" + page.t("header.model") + " " + page.word("model", f.model) + ": " +
           page.name(f.model_reason) + "</p>\n";
  return out + "</header>\n";
}

std::string banner(const Page& page) {
  std::string out = "<div class=\"banner\" role=\"note\"><strong>" + page.t("banner.title") + "</strong> " +
                    page.t("banner.text") + "</div>\n";
  if (page.findings.cancelled)
    out += "<div class=\"banner\" role=\"note\">" + page.t("banner.cancelled", {page.format.count(page.replicas())}) +
           "</div>\n";
  return out;
}

std::string contents(const Page& page) {
  std::string out =
      "<nav class=\"contents\" aria-label=\"" + page.t("contents") + "\"><p>" + page.t("contents") + "</p><ol>\n";
  for (const Page::Chapter& chapter : page.chapters())
    out += "<li><a href=\"#" + chapter.id + "\">" + chapter.title + "</a></li>\n";
  return out + "</ol></nav>\n";
}

std::string footer(const Page& page) {
  const Findings& f = page.findings;
  std::string out = "<footer>\n";
  for (const std::string& attribution : f.attributions) out += "<p>" + escaped(attribution) + "</p>\n";
  out += "<p>" +
         page.t("footer.run", {escaped(f.version), escaped(f.region_id), escaped(f.hazard_id), std::to_string(f.seed),
                               page.format.count(page.replicas()), escaped(f.run_id)}) +
         "</p>\n";
  return out + "<p>" + page.t("footer.licence") + "</p>\n</footer>\n";
}

}  // namespace

std::string html_report(const Findings& findings, Language language, const Texts& texts) {
  Page page(findings, language, texts);
  const MapDrawing drawing(findings);
  sections::summary(page);
  sections::hazards(page);
  sections::continuity(page);
  sections::held(page);
  sections::services(page);
  sections::map(page, drawing);
  sections::people(page);
  sections::reach(page);
  sections::decision_clock(page);
  sections::help(page);
  sections::support_points(page, drawing);
  sections::operations(page, drawing);
  sections::measures(page, drawing);
  sections::phases(page);
  sections::economy(page);
  sections::review(page);
  sections::influences(page);
  sections::criteria(page);
  sections::deadlocks(page);
  sections::backtest(page);
  sections::certainty(page);

  const std::string title = page.t("header.title", {page.name(findings.region_title)});
  std::string out = head(page, title);
  out += "<body>\n<a class=\"skip\" href=\"#kern\">" + page.t("skip") + "</a>\n" + header(page, title) + banner(page);
  out += "<div class=\"layout\">\n" + contents(page) + "<main>\n";
  out += page.take();
  out += "</main>\n</div>\n" + footer(page) + "<script>\n";
  return out + std::string(assets::script) + "</script>\n</body>\n</html>\n";
}

}  // namespace veer::report
