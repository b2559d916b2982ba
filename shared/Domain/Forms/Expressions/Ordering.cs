namespace VksServerless.Forms.Expressions;

/// <summary>In which order derived fields are computed.</summary>
public static class Ordering
{
    /// <returns>Each code after those it reads, or a refusal (expression-circular) that names one circle: a → b → a.</returns>
    public static Outcome<IReadOnlyList<string>> Of(IReadOnlyDictionary<string, Expression> derived)
    {
        var order = new List<string>();
        var left = new SortedSet<string>(derived.Keys, StringComparer.Ordinal);
        while (left.Count > 0)
        {
            var ready = left.Where(code => !derived[code].Fields.Any(left.Contains)).ToArray();
            if (ready.Length == 0)
            {
                return ExpressionRefusals.Circular(Circle(derived, left));
            }

            order.AddRange(ready);
            left.ExceptWith(ready);
        }

        return order;
    }

    /// <summary>Everything that is left reads something that is left, so that following it comes round.</summary>
    private static List<string> Circle(IReadOnlyDictionary<string, Expression> derived, SortedSet<string> left)
    {
        var path = new List<string>();
        var at = left.Min!;
        while (!path.Contains(at))
        {
            path.Add(at);
            at = derived[at].Fields.Where(left.Contains).Min(StringComparer.Ordinal)!;
        }

        return [.. path.SkipWhile(code => code != at), at];
    }
}
