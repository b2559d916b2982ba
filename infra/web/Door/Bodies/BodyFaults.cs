using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Web.Door.Bodies;

/// <summary>
/// Names the places where a JSON body is not what its type asks: what is missing, what nobody knows, what is of another kind, null in a
/// list.
/// </summary>
internal sealed class BodyFaults(JsonSerializerOptions options)
{
    private readonly List<FieldError> _faults = [];

    /// <summary>More than this is shown to nobody, and each may cost an exception.</summary>
    private bool Enough => _faults.Count >= Problems.MostErrorsShown;

    /// <returns>Empty when the body is no JSON at all, or is what it should be.</returns>
    public static IReadOnlyList<FieldError> Of(Type type, ReadOnlyMemory<byte> json, JsonSerializerOptions options)
    {
        var faults = new BodyFaults(options);
        try
        {
            using var body = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = options.MaxDepth });
            faults.Look(body.RootElement, type, "");
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // The caller has found that out, and says where.
        }

        return faults._faults;
    }

    private void Look(JsonElement value, Type type, string place)
    {
        if (type.GetCustomAttribute<OneOfAttribute>() is { } either)
        {
            Look(value, value.ValueKind == JsonValueKind.Object ? either.Whole : either.Plain, place);
            return;
        }

        var known = options.GetTypeInfo(type);
        switch (known.Kind)
        {
            case JsonTypeInfoKind.Object when value.ValueKind == JsonValueKind.Object && known.PolymorphismOptions is { } kinds:
                LookIntoKind(value, kinds, place);
                break;
            case JsonTypeInfoKind.Object when value.ValueKind == JsonValueKind.Object:
                LookInto(value, known, place);
                break;
            case JsonTypeInfoKind.Enumerable when value.ValueKind == JsonValueKind.Array:
                foreach (var (index, item) in value.EnumerateArray().Index().TakeWhile(_ => !Enough))
                {
                    LookAtElement(item, known.ElementType!, $"{place}/{index}");
                }

                break;
            case JsonTypeInfoKind.Dictionary when value.ValueKind == JsonValueKind.Object:
                foreach (var entry in value.EnumerateObject().TakeWhile(_ => !Enough))
                {
                    LookAtElement(entry.Value, known.ElementType!, $"{place}/{JsonPointer.Escape(entry.Name)}");
                }

                break;
            default:
                if (!Fits(value, known))
                {
                    _faults.Add(new FieldError(place, "wrong-type", Expected(known)));
                }

                break;
        }
    }

    private void LookAtElement(JsonElement element, Type type, string place)
    {
        if (element.ValueKind != JsonValueKind.Null || type == typeof(JsonElement) || Nullable.GetUnderlyingType(type) is not null)
        {
            Look(element, type, place);
        }
        else
        {
            _faults.Add(new FieldError(place, "required", "Phần tử này không được là null."));
        }
    }

    /// <summary>What one of several kinds may hold is known only from what it says it is, wherever it says so.</summary>
    private void LookIntoKind(JsonElement value, JsonPolymorphismOptions kinds, string place)
    {
        var name = kinds.TypeDiscriminatorPropertyName;
        var at = $"{place}/{name}";
        var choices = $"Chọn một trong: {string.Join(", ", kinds.DerivedTypes.Select(kind => kind.TypeDiscriminator))}.";
        if (!value.TryGetProperty(name, out var sent))
        {
            _faults.Add(new FieldError(at, "required", $"Thiếu thuộc tính này. {choices}"));
        }
        else if (kinds.DerivedTypes.FirstOrDefault(
            kind =>
                kind.TypeDiscriminator is string text && sent.ValueKind == JsonValueKind.String
                    && sent.ValueEquals(text)) is { DerivedType: { } derived })
        {
            LookInto(value, options.GetTypeInfo(derived), place, name);
        }
        else
        {
            _faults.Add(new FieldError(at, "wrong-type", choices));
        }
    }

    private void LookInto(JsonElement value, JsonTypeInfo type, string place, string? discriminator = null)
    {
        foreach (var sent in value.EnumerateObject().TakeWhile(_ => !Enough).Where(sent => sent.Name != discriminator))
        {
            var at = $"{place}/{JsonPointer.Escape(sent.Name)}";
            if (type.Properties.FirstOrDefault(property => property.Name.Equals(
                sent.Name, StringComparison.OrdinalIgnoreCase)) is not { } known)
            {
                _faults.Add(new FieldError(at, "unknown-property",
                    $"Không có thuộc tính này; ở đây chỉ nhận {string.Join(", ", NamesOf(type, discriminator))}."));
            }
            else if (sent.Value.ValueKind != JsonValueKind.Null)
            {
                Look(sent.Value, known.PropertyType, at);
            }
            else if (!known.IsSetNullable)
            {
                _faults.Add(new FieldError(at, "required", "Thuộc tính này không được là null."));
            }
        }

        _faults.AddRange(type.Properties
            .Where(property => property.AssociatedParameter is { HasDefaultValue: false }
                && !value.EnumerateObject().Any(sent => property.Name.Equals(sent.Name, StringComparison.OrdinalIgnoreCase)))
            .Select(property => new FieldError($"{place}/{property.Name}", "required", "Thiếu thuộc tính này.")));
    }

    private static IEnumerable<string> NamesOf(JsonTypeInfo type, string? discriminator) =>
        type.Properties.Where(Taken).Select(property => property.Name).Prepend(discriminator).OfType<string>();

    private static bool Taken(JsonPropertyInfo property) => property.Set is not null || property.AssociatedParameter is not null;

    private static bool Fits(JsonElement value, JsonTypeInfo type)
    {
        try
        {
            _ = value.Deserialize(type);
            return true;
        }
        catch (Exception other) when (other is JsonException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Expected(JsonTypeInfo type) => (Nullable.GetUnderlyingType(type.Type) ?? type.Type) switch
    {
        var number when number == typeof(int) => "Chỉ nhập chữ số, ví dụ 12.",
        var yesNo when yesNo == typeof(bool) => "Trả lời true (có) hoặc false (không).",
        var text when text == typeof(string) || text == typeof(FieldCode) => "Nhập văn bản trong ngoặc kép.",
        var day when day == typeof(DateOnly) => "Nhập ngày theo dạng \"2018-07-20\".",
        var time when time == typeof(TimeOnly) => "Nhập giờ theo dạng \"08:00:00\".",
        var instant when instant == typeof(DateTimeOffset) => "Nhập thời điểm kèm múi giờ, ví dụ \"2018-07-20T17:00:00+07:00\".",
        var unit when unit == typeof(UnitCode) => "Mã đơn vị gồm chữ hoa, số, gạch nối, tối đa 32 ký tự, ví dụ \"T84-CL\".",
        { IsEnum: true } choice =>
            $"Chọn một trong: {string.Join(", ", Enum.GetNames(choice).Select(JsonNamingPolicy.KebabCaseLower.ConvertName))}.",
        _ when type.Kind == JsonTypeInfoKind.Enumerable => "Nhập một mảng JSON [ ].",
        _ when type.Kind == JsonTypeInfoKind.Object => "Nhập một đối tượng JSON { }.",
        _ => "Giá trị không đúng dạng.",
    };
}
