namespace VksServerless.Forms;

/// <summary>What a version changed against the one before, and so which answers carry over.</summary>
/// <param name="Said">What its author says of it.</param>
/// <param name="Added">Field codes that are new.</param>
/// <param name="Dropped">Field codes that are asked no more.</param>
/// <param name="Altered">Field codes that are asked or calculated differently than before.</param>
public sealed record FormChanges(
    string Said, IReadOnlyList<FieldCode> Added, IReadOnlyList<FieldCode> Dropped, IReadOnlyList<FieldCode> Altered)
{
    public static FormChanges Between(Form? before, Form after)
    {
        var old = (before?.Fields ?? []).ToDictionary(field => field.Code);
        var now = after.Fields.ToDictionary(field => field.Code);
        return new FormChanges(
            after.Changes,
            [.. now.Keys.Where(code => !old.ContainsKey(code))],
            [.. old.Keys.Where(code => !now.ContainsKey(code))],
            [.. now.Values.Where(field => old.TryGetValue(field.Code, out var earlier) && !Same(earlier, field))
                .Select(field => field.Code)]);
    }

    /// <summary>Whether an answer to the one can stand as an answer to the other: the same kind of question, under the same code.</summary>
    public static bool CarriesOver(Field before, Field after) => before.Type.GetType() == after.Type.GetType() && !after.IsDerived;

    /// <summary>As they are written down: records compare their lists by identity.</summary>
    private static bool Same(Field one, Field other) =>
        System.Text.Json.JsonSerializer.Serialize(one, DomainJson.Options) == System.Text.Json.JsonSerializer.Serialize(
            other, DomainJson.Options);
}
