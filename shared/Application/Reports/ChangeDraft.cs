using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>
/// Changes some answers of a draft and leaves the others as they are, also where somebody else is changing those. What is right is saved,
/// whatever is wrong beside it.
/// </summary>
public sealed class ChangeDraft(ReportAccess access, ReportDrafts drafts, SaveDraft save) : IUseCase
{
    private const int MostTries = 10;
    private static readonly JsonWriterOptions Writing = new() { Encoder = DomainJson.Options.Encoder };

    public async Task<Outcome<ChangedDraft>> Execute(
        Caller caller, string cycle, string unit, DraftChange change, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var open = await access.HandIn(caller, cycle, unit, cancellation);
            if (open.Refusal is { } refusal)
            {
                return refusal;
            }

            var changed = await Try(open.Value, change, caller, cancellation);
            if (changed.Refusal is not { Kind: RefusalKind.Stale } || attempt == MostTries)
            {
                return changed;
            }
        }
    }

    /// <summary>How an answer stands: 16 hexadecimal digits; empty where it is blank.</summary>
    public static string MarkOf(Figures.Answer? answer) => answer is null ? "" : ReportJson.HashOf(answer);

    private async Task<Outcome<ChangedDraft>> Try(OpenReport open, DraftChange change, Caller caller, CancellationToken cancellation)
    {
        var stored = await drafts.Read(open, cancellation);
        var content = stored is { } draft ? JsonNode.Parse(draft.Value.Span)!.AsObject() : new JsonObject { ["answers"] = new JsonObject() };
        var before = content.DeepClone().AsObject();
        var conflicts = Apply(change, content);
        var errors = new List<FieldError>();
        while (true)
        {
            using var sent = JsonDocument.Parse(content.ToJsonString());
            var saved = await save.Execute(open, sent.RootElement, stored?.ETag, caller, cancellation);
            if (saved.Refusal is not { } refusal)
            {
                return new ChangedDraft(open, saved.Value.Draft, errors, conflicts);
            }

            // What is wrong stays as it was; the rest is saved.
            var wrong = refusal.Errors.Select(error => AtItsRule(error, content)).Where(error => IsOf(change, error.Place)).ToList();
            if (refusal.Kind != RefusalKind.Invalid || wrong.Count < refusal.Errors.Count || wrong.Count == 0)
            {
                return refusal;
            }

            foreach (var place in wrong.Select(error => error.Place).Distinct())
            {
                LeaveAsItWas(place, content, before);
            }

            if (wrong.All(errors.Contains))
            {
                return refusal;
            }

            errors.AddRange(wrong);
        }
    }

    /// <returns>The fields that somebody else has answered otherwise meanwhile; they stay as those have them.</returns>
    private static List<FieldCode> Apply(DraftChange change, JsonObject content)
    {
        var conflicts = new List<FieldCode>();
        var answers = content["answers"]!.AsObject();
        foreach (var (field, answer) in change.Answers)
        {
            var (read, typed, now) = (change.Read.GetValueOrDefault(field, ""), MarkOf(answer), MarkOf(answers[field.ToString()]));
            if (typed == read || typed == now)
            {
                continue;
            }

            if (now != read)
            {
                conflicts.Add(field);
                continue;
            }

            answers.Remove(field.ToString());
            if (answer is not null)
            {
                answers[field.ToString()] = answer.DeepClone();
            }
        }

        Explain(change.Explanations, content);
        if (change.Nil is { } nil)
        {
            content["nil"] = nil;
        }

        return conflicts;
    }

    private static void Explain(IReadOnlyDictionary<string, string> explanations, JsonObject content)
    {
        var others = (content["explanations"]?.AsArray() ?? [])
            .Where(given => !explanations.ContainsKey(RuleOf(given))).Select(given => given!.DeepClone());
        var given = explanations.Where(explanation => explanation.Value.Trim().Length > 0)
            .Select(explanation => (JsonNode)new JsonObject { ["rule"] = explanation.Key, ["text"] = explanation.Value });
        content["explanations"] = new JsonArray([.. others, .. given]);
    }

    /// <summary>What is wrong with the explanation that was sent as the second is wrong with that of its rule.</summary>
    private static FieldError AtItsRule(FieldError error, JsonObject content) =>
        error.Place.Split('/') is ["", "explanations", var index, ..]
            && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? error with { Place = $"/explanations/{RuleOf(content["explanations"]![at])}" }
            : error;

    private static bool IsOf(DraftChange change, string place) =>
        FieldOf(place) is { } code ? change.Answers.ContainsKey(code)
        : place.Split('/') is ["", "explanations", var rule] && change.Explanations.ContainsKey(rule);

    private static void LeaveAsItWas(string place, JsonObject content, JsonObject before)
    {
        if (FieldOf(place)?.ToString() is { } code)
        {
            content["answers"]!.AsObject().Remove(code);
            if (before["answers"]![code] is { } kept)
            {
                content["answers"]![code] = kept.DeepClone();
            }

            return;
        }

        var rule = place.Split('/')[2];
        content["explanations"] = new JsonArray(
        [
            .. (content["explanations"]?.AsArray() ?? []).Where(given => RuleOf(given) != rule).Select(given => given!.DeepClone()),
            .. (before["explanations"]?.AsArray() ?? []).Where(given => RuleOf(given) == rule).Select(given => given!.DeepClone()),
        ]);
    }

    private static string RuleOf(JsonNode? explanation) => explanation!["rule"]!.GetValue<string>();

    private static FieldCode? FieldOf(string place) => place.Split('/') is ["", "answers", var code, ..] ? FieldCode.Of(code) : null;

    private static string MarkOf(JsonNode? answer)
    {
        if (answer is null or JsonArray { Count: 0 })
        {
            return "";
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            answer.WriteTo(writer);
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan))[..16];
    }
}

/// <param name="Answers">By field the new answer; null: blank.</param>
/// <param name="Read">By field how it stood when its author read it (<see cref="ChangeDraft.MarkOf(Figures.Answer?)"/>).</param>
/// <param name="Explanations">By rule; blank: none.</param>
/// <param name="Nil">Whether nothing is to be reported; null: as it was.</param>
public sealed record DraftChange(
    IReadOnlyDictionary<FieldCode, JsonNode?> Answers, IReadOnlyDictionary<FieldCode, string> Read,
    IReadOnlyDictionary<string, string> Explanations, bool? Nil = null);

/// <param name="Draft">As it is saved now.</param>
/// <param name="Errors">Why answers were not taken; those fields are as they were.</param>
/// <param name="Conflicts">Fields that somebody else has changed since they were read, and that were not changed.</param>
public sealed record ChangedDraft(
    OpenReport Open, CheckedReport Draft, IReadOnlyList<FieldError> Errors, IReadOnlyList<FieldCode> Conflicts);
