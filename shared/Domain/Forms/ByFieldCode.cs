using System.Diagnostics.CodeAnalysis;

namespace VksServerless.Forms;

/// <summary>
/// Looks up a field in answers, figures and sums. They are keyed by the text of its code: expressions name fields by their text, and
/// roll-ups join the keys of thousands of stored totals.
/// </summary>
public static class ByFieldCode
{
    public static T? GetValueOrDefault<T>(this IReadOnlyDictionary<string, T> byField, FieldCode field) =>
        byField.GetValueOrDefault(field.ToString());

    public static bool ContainsKey<T>(this IReadOnlyDictionary<string, T> byField, FieldCode field) =>
        byField.ContainsKey(field.ToString());

    public static bool TryGetValue<T>(
        this IReadOnlyDictionary<string, T> byField, FieldCode field, [MaybeNullWhen(false)] out T value) =>
        byField.TryGetValue(field.ToString(), out value);
}
