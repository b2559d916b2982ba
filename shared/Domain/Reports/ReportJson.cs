using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Reports;

/// <summary>
/// How a report is written down: UTF-8 JSON, fields in ordinal order, numbers without trailing zeros. The same content
/// gives the same bytes, and so the same SHA-256 on its receipt.
/// </summary>
public static class ReportJson
{
    /// <summary>What a store takes of one report; the letters outside the basic plane are written at twelve bytes each.</summary>
    public const int MaxBytes = 800 * 1024;

    /// <summary>The property by which an answer says that the question does not apply: <c>{ "notApplicable": true }</c>.</summary>
    internal const string NotApplicable = "notApplicable";

    public static ReadOnlyMemory<byte> Write(ReportContent content)
    {
        var letters = content.Answers.ByField.Values.Sum(
            answer => answer switch { Answer.Words words => words.Text.Length, Answer.Rows rows => 100 * rows.All.Count, _ => 0 });
        var buffer = new ArrayBufferWriter<byte>(16 * 1024 + letters + (letters / 2));
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = DomainJson.Options.Encoder }))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("answers");
            Write(writer, content.Answers);
            writer.WriteStartArray("adjustments");
            foreach (var adjustment in content.Adjustments.OrderBy(adjustment => adjustment.Field))
            {
                writer.WriteStartObject();
                writer.WriteString("field", adjustment.Field.ToString());
                writer.WriteNumber("amount", adjustment.Amount);
                writer.WriteString("reason", adjustment.Reason);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            WriteAdjustedOn(writer, content);
            WriteRest(writer, content);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    public static void Write(Utf8JsonWriter writer, Answers answers) => Write(writer, answers.ByField);

    private static void WriteAdjustedOn(Utf8JsonWriter writer, ReportContent content)
    {
        if (content.AdjustedOn is not { } on)
        {
            return;
        }

        writer.WriteStartObject("adjustedOn");
        foreach (var (unit, sums) in on.OrderBy(unit => unit.Key, StringComparer.Ordinal))
        {
            writer.WriteStartObject(unit);
            foreach (var (field, sum) in sums.OrderBy(sum => sum.Key, StringComparer.Ordinal))
            {
                writer.WriteNumber(field, Exact.Normalise(sum));
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>
    /// What most reports do not have is not written, so that their bytes stay what they were before there was such a thing.
    /// </summary>
    private static void WriteRest(Utf8JsonWriter writer, ReportContent content)
    {
        if (content.Explanations.Count > 0)
        {
            writer.WriteStartArray("explanations");
            foreach (var explanation in content.Explanations.OrderBy(explanation => explanation.Rule, StringComparer.Ordinal))
            {
                writer.WriteStartObject();
                writer.WriteString("rule", explanation.Rule);
                writer.WriteString("text", explanation.Text);
                writer.WriteString("of", explanation.Of);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (content.Nil)
        {
            writer.WriteBoolean("nil", true);
        }
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, Answer> answers)
    {
        writer.WriteStartObject();
        foreach (var (field, answer) in answers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(field);
            Write(writer, answer);
        }

        writer.WriteEndObject();
    }

    /// <summary>A short answer as people read it.</summary>
    internal static string Spelled(Answer answer) => answer switch
    {
        Answer.Number number => number.Value.ToString("#,0.######", Vietnamese.Culture),
        Answer.YesNo yesNo => yesNo.Value ? "có" : "không",
        _ => "",
    };

    /// <summary>A short name of a long answer: the first 16 hexadecimal digits of the SHA-256 of how it is written.</summary>
    public static string HashOf(Answer answer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = DomainJson.Options.Encoder }))
        {
            Write(writer, answer);
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan))[..16];
    }

    /// <summary>Reads what <see cref="Write(ReportContent)"/> wrote for this form.</summary>
    /// <exception cref="JsonException">It was not written so: the store has been tampered with.</exception>
    public static ReportContent Read(Form form, ReadOnlyMemory<byte> written)
    {
        using var document = JsonDocument.Parse(written);
        var fields = form.Fields.ToDictionary(field => field.Code);
        var answers = new SortedDictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var part in document.RootElement.GetProperty("answers").EnumerateObject())
        {
            answers[part.Name] = fields.TryGetValue(FieldCode.Of(part.Name), out var field)
                ? Read(field.Type, part.Value)
                : throw new JsonException($"A stored report answers {part.Name}, which form {form.Ref} does not ask.");
        }

        return new ReportContent(
            new Answers(answers),
            [.. document.RootElement.GetProperty("adjustments").EnumerateArray().Select(part => new Adjustment(
                FieldCode.Of(part.GetProperty("field").GetString()!),
                part.GetProperty("amount").GetDecimal(),
                part.GetProperty("reason").GetString()!))])
        {
            Explanations = document.RootElement.TryGetProperty("explanations", out var explanations)
                ? [.. explanations.EnumerateArray().Select(part => new Explanation(
                    part.GetProperty("rule").GetString()!, part.GetProperty("text").GetString()!, part.GetProperty("of").GetString()!))]
                : [],
            Nil = document.RootElement.TryGetProperty("nil", out _),
            AdjustedOn = document.RootElement.TryGetProperty("adjustedOn", out var on)
                ? on.EnumerateObject().ToDictionary(
                    unit => unit.Name,
                    IReadOnlyDictionary<string, decimal> (unit) => unit.Value.EnumerateObject()
                        .ToDictionary(sum => sum.Name, sum => sum.Value.GetDecimal()))
                : null,
        };
    }

    private static void Write(Utf8JsonWriter writer, Answer answer)
    {
        switch (answer)
        {
            case Answer.Number number:
                writer.WriteNumberValue(Exact.Normalise(number.Value));
                break;
            case Answer.YesNo yesNo:
                writer.WriteBooleanValue(yesNo.Value);
                break;
            case Answer.Choice choice:
                writer.WriteStringValue(choice.Option);
                break;
            case Answer.Words words:
                writer.WriteStringValue(words.Text);
                break;
            case Answer.Day day:
                writer.WriteStringValue(day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case Answer.Files files:
                JsonSerializer.Serialize(writer, files.Ids);
                break;
            case Answer.Rows rows:
                writer.WriteStartArray();
                foreach (var row in rows.All)
                {
                    Write(writer, row);
                }

                writer.WriteEndArray();
                break;
            case Answer.NotApplicable:
                writer.WriteStartObject();
                writer.WriteBoolean(NotApplicable, true);
                writer.WriteEndObject();
                break;
        }
    }

    private static Answer Read(FieldType type, JsonElement value) => type switch
    {
        _ when value.ValueKind == JsonValueKind.Object => new Answer.NotApplicable(),
        FieldType.Table table => Rows(table, value),
        { Bounds: not null } => new Answer.Number(value.GetDecimal()),
        FieldType.YesNo => new Answer.YesNo(value.GetBoolean()),
        FieldType.Choice => new Answer.Choice(value.GetString()!),
        FieldType.Date => new Answer.Day(DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        FieldType.Attachment => new Answer.Files([.. value.EnumerateArray().Select(id => id.GetString()!)]),
        _ => new Answer.Words(value.GetString()!),
    };

    private static Answer.Rows Rows(FieldType.Table table, JsonElement value)
    {
        var columns = table.Columns.ToDictionary(column => column.Code, column => column.Type);
        return new Answer.Rows([.. value.EnumerateArray().Select(row => (IReadOnlyDictionary<string, Answer>)row.EnumerateObject()
            .ToDictionary(cell => cell.Name, cell => Read(columns[cell.Name], cell.Value)))]);
    }
}
