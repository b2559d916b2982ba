using VksServerless.Units;

namespace VksServerless.People;

/// <summary>Puts the lines of a register file together and gathers every fault, each with its line.</summary>
internal sealed class PeopleCheck(IReadOnlyList<PersonLine> lines, UnitDirectory units, LineErrors errors)
{
    // In the order of the file; a line that is wrong in itself still names its person, so that one fault is not told twice.
    private readonly OrderedDictionary<PersonId, (Person Person, PersonLine First)> _people = [];
    private readonly HashSet<string> _mentioned = new(StringComparer.Ordinal);

    public Outcome<PeopleRegister> Result()
    {
        if (lines.Count is 0 or > PeopleRegister.MaxPosts)
        {
            errors.Add(1, "line-count", $"Danh sách phải có từ 1 đến {PeopleRegister.MaxPosts} dòng.");
            return PeopleRefusals.Invalid(errors);
        }

        _mentioned.UnionWith(lines.Select(line => line.Id));
        var check = new PersonLineCheck(units, errors);
        foreach (var line in lines)
        {
            if (line.InPlaceOf.Length > 0 && !_mentioned.Contains(line.InPlaceOf))
            {
                errors.Add(line.Number, "in-place-of-unknown", $"Người được thay thế \"{line.InPlaceOf}\" không có trong danh sách.");
            }

            if (check.Read(line) is { } read)
            {
                Add(line, read);
            }
        }

        return errors.Count > 0
            ? PeopleRefusals.Invalid(errors)
            : PeopleRegister.Of([.. _people.Values.Select(entry => entry.Person)]);
    }

    private void Add(PersonLine line, Person read)
    {
        if (!_people.TryGetValue(read.Id, out var known))
        {
            _people.Add(read.Id, (read, line));
            return;
        }

        if ((read.Name, read.Mail) != (known.Person.Name, known.Person.Mail))
        {
            errors.Add(line.Number, "differs", $"Họ tên và thư của \"{read.Id}\" phải như ở dòng {known.First.Number}.");
        }

        var post = read.Posts[0];
        if (known.Person.Posts.Any(other => Overlap(other, post)))
        {
            errors.Add(
                line.Number, "overlap",
                $"\"{read.Id}\" đã có vai trò {RoleText.Of(post.Role)} của {post.Unit} trong thời gian này ở dòng khác.");
        }

        _people[read.Id] = (known.Person with { Posts = [.. known.Person.Posts, post] }, known.First);
    }

    private static bool Overlap(Post one, Post other) => (one.Role, one.Unit, one.InPlaceOf) == (other.Role, other.Unit, other.InPlaceOf)
        && one.From <= (other.To ?? DateOnly.MaxValue) && other.From <= (one.To ?? DateOnly.MaxValue);
}
