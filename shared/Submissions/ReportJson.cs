using System.Buffers;
using System.Globalization;
using System.Text.Json;
using VksServerless.Forms;

namespace VksServerless.Submissions;

/// <summary>
/// How a report is written down: UTF-8 JSON, fields in ordinal order, numbers without trailing zeros. The same content
/// gives the same bytes, and so the same SHA-256 on its receipt.
/// </summary>
public static class ReportJson
{
    /// <summary>What a store takes of one report; the letters outside the basic plane are written at twelve bytes each.</summary>
    public const int MaxBytes = 800 * 1024;

    public static ReadOnlyMemory<byte> Write(ReportContent content)
    {
        var letters = content.Answers.ByField.Values.Sum(answer => answer is Answer.Words words ? words.Text.Length : 0);
        var buffer = new ArrayBufferWriter<byte>(16 * 1024 + letters + (letters / 2));
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = DomainJson.Options.Encoder }))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("answers");
            Write(writer, content.Answers);
            writer.WriteStartArray("adjustments");
            foreach (var adjustment in content.Adjustments.OrderBy(adjustment => adjustment.Field, StringComparer.Ordinal))
            {
                writer.WriteStartObject();
                writer.WriteString("field", adjustment.Field);
                writer.WriteNumber("amount", adjustment.Amount);
                writer.WriteString("reason", adjustment.Reason);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    public static void Write(Utf8JsonWriter writer, Answers answers)
    {
        writer.WriteStartObject();
        foreach (var (field, answer) in answers.ByField.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(field);
            Write(writer, answer);
        }

        writer.WriteEndObject();
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
            answers[part.Name] = fields.TryGetValue(part.Name, out var field)
                ? Read(field, part.Value)
                : throw new JsonException($"A stored report answers {part.Name}, which form {form.Ref} does not ask.");
        }

        return new ReportContent(
            new Answers(answers),
            [.. document.RootElement.GetProperty("adjustments").EnumerateArray().Select(part => new Adjustment(
                part.GetProperty("field").GetString()!, part.GetProperty("amount").GetDecimal(), part.GetProperty("reason").GetString()!))]);
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
        }
    }

    private static Answer Read(Field field, JsonElement value) => field.Type switch
    {
        { Bounds: not null } => new Answer.Number(value.GetDecimal()),
        FieldType.YesNo => new Answer.YesNo(value.GetBoolean()),
        FieldType.Choice => new Answer.Choice(value.GetString()!),
        FieldType.Date => new Answer.Day(DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        FieldType.Attachment => new Answer.Files([.. value.EnumerateArray().Select(id => id.GetString()!)]),
        _ => new Answer.Words(value.GetString()!),
    };
}
