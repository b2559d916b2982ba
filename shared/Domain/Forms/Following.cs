using VksServerless.Forms.Expressions;

namespace VksServerless.Forms;

/// <summary>How derived fields follow from what is typed in, through whatever other derived fields lie between.</summary>
internal static class Following
{
    /// <param name="derived">Each after those that it reads.</param>
    public static Dictionary<string, IReadOnlyDictionary<string, decimal?>> Of(Form form, IReadOnlyList<DerivedField> derived)
    {
        var follows = new Dictionary<string, IReadOnlyDictionary<string, decimal?>>(StringComparer.Ordinal);
        foreach (var (field, expression) in derived)
        {
            var all = new Dictionary<string, decimal?>(StringComparer.Ordinal);
            foreach (var (read, slope) in expression.Slopes)
            {
                foreach (var (typed, further) in follows.GetValueOrDefault(read) ?? new Dictionary<string, decimal?> { [read] = 1 })
                {
                    all[typed] = Exactly.Add(all.TryGetValue(typed, out var sofar) ? sofar : 0, Exactly.Multiply(slope, further));
                }
            }

            follows[field.Code.ToString()] = all.ToDictionary(
                one => one.Key, one => one.Value is { } slope && IsKept(slope, form.Find(FieldCode.Of(one.Key)), field) ? one.Value : null);
        }

        return follows;
    }

    /// <summary>Whether a step of the one is a whole number of steps of the other: nothing is lost when units round.</summary>
    private static bool IsKept(decimal slope, Field? typed, Field derived) =>
        typed?.Type.Bounds is { Scale: var fine } && derived.Type.Bounds is { Scale: var places }
        && Exactly.Multiply(StepOf(fine), slope) is { } step && Math.Round(step, places) == step;

    private static decimal StepOf(int scale) => new(1, 0, 0, false, (byte)scale);
}
