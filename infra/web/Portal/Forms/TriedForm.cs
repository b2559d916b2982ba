using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Units;
using VksServerless.Web.Portal.Reports;

namespace VksServerless.Web.Portal.Forms;

/// <summary>A form with what was typed into it for a try, as its page shows it.</summary>
/// <param name="Sections">As a section of a real report is shown.</param>
/// <param name="Errors">What is wrong with the answers, each at its place.</param>
/// <param name="Earlier">What may be assumed of the period before: each field that a formula or rule asks for, and what was typed.</param>
/// <param name="IsTried">Whether anything was sent.</param>
public sealed partial record TriedForm(
    ReportTrial Trial, IReadOnlyList<SectionView> Sections, IReadOnlyList<FieldError> Errors,
    IReadOnlyList<(Field Field, string Typed)> Earlier, bool IsTried)
{
    private static readonly IFormCollection Nothing = new FormCollection([]);

    /// <summary>Required answers that are missing; files cannot be given for a try.</summary>
    public IReadOnlyList<FieldError> Missing =>
    [
        .. Trial.Report.StillMissing.Where(
            error => Trial.Form.Find(FieldCode.Of(error.Place.Split('/')[2]))?.Type is not FieldType.Attachment),
    ];

    public string? LinkOf(string place) => place.StartsWith("/earlier/", StringComparison.Ordinal)
        ? $"#{EarlierId(FieldCode.Of(place["/earlier/".Length..]))}"
        : Sections.Select(section => section.LinkOf(place)).FirstOrDefault(link => link is not null);

    public static string EarlierName(FieldCode field) => $"p.{field}";

    public static string EarlierId(FieldCode field) => $"p-{field}";

    /// <param name="posted">Null: nothing was typed yet.</param>
    internal static TriedForm Of(Form form, (UnitCode, UnitLevel, bool)? asUnit, IFormCollection? posted)
    {
        var typed = new TypedSection(form.Fields, posted ?? Nothing);
        var (previous, unreadable) = Previous(form, posted ?? Nothing);
        var trial = ReportTrial.Of(form, asUnit, Sent(typed, form, asUnit), previous);
        List<FieldError> errors = [.. typed.Errors, .. trial.Wrong, .. trial.Report.Faults, .. unreadable];
        return new TriedForm(
            trial,
            [
                .. trial.Form.Sections.Select(section => new SectionView(section, trial.Report with
                {
                    Queries = [.. trial.Report.Queries.Where(query => FirstOf(trial.Form, query) == section)],
                })
                {
                    Typed = posted is null ? null : typed,
                    Refused = errors,
                    MoreRows = posted?["rows"],
                }),
            ],
            errors,
            [.. EarlierFields(form).Select(field => (field, posted?[EarlierName(field.Code)].ToString() ?? ""))],
            posted is not null && posted["rows"].Count == 0);
    }

    /// <summary>Only what this unit is asked: who tries it as another unit after typing may have typed more.</summary>
    private static JsonElement Sent(TypedSection typed, Form form, (UnitCode Unit, UnitLevel Level, bool Superior)? asUnit)
    {
        var asked = asUnit is { } who ? form.For(who.Unit, who.Level, who.Superior) : form.Sections;
        var codes = asked.SelectMany(section => section.Fields).Select(field => field.Code).ToHashSet();
        var explained = typed.Explanations.Where(given => given.Value.Trim().Length > 0 && form.Rules.Any(rule => rule.Code == given.Key));
        return JsonSerializer.SerializeToElement(new JsonObject
        {
            ["answers"] = new JsonObject(typed.Answers.Where(answer => codes.Contains(answer.Key))
                .Select(answer => KeyValuePair.Create(answer.Key.ToString(), answer.Value))),
            ["explanations"] = new JsonArray(
                [.. explained.Select(given => (JsonNode)new JsonObject { ["rule"] = given.Key, ["text"] = given.Value })]),
        });
    }

    /// <summary>A query about several sections is shown in the first of them.</summary>
    private static Section? FirstOf(Form form, RaisedQuery query) =>
        form.Sections.FirstOrDefault(section => section.Fields.Any(field => query.Fields.Contains(field.Code)));

    private static IEnumerable<Field> EarlierFields(Form form) => form.Fields.Select(field => field.Formula ?? "")
        .Concat(form.Rules.Select(rule => rule.Holds))
        .SelectMany(text => PreviousOf().Matches(text).Select(match => match.Groups[1].Value)).Distinct()
        .Select(code => form.Find(FieldCode.Of(code))).OfType<Field>().Where(field => field.Type.Bounds is not null);

    private static (Answers Previous, IReadOnlyList<FieldError> Unreadable) Previous(Form form, IFormCollection posted)
    {
        var (answers, errors) = (new Dictionary<string, Answer>(), new List<FieldError>());
        foreach (var field in EarlierFields(form))
        {
            var read = TypedNumber.Read(posted[EarlierName(field.Code)].ToString(), field.Type.Bounds!);
            if (read.Refusal is { } unreadable)
            {
                errors.Add(new FieldError($"/earlier/{field.Code}", "unreadable", unreadable.Detail));
            }
            else if (read.Value is { } number)
            {
                answers[field.Code.ToString()] = new Answer.Number(number);
            }
        }

        return (new Answers(answers), errors);
    }

    [GeneratedRegex(@"previous\s*\(\s*([a-z][a-z0-9_]*)\s*\)")]
    private static partial Regex PreviousOf();
}
