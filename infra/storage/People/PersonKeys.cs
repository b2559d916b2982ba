using System.Security.Cryptography;
using System.Text;

namespace VksServerless.Storage.People;

internal static class PersonKeys
{
    /// <summary>For a row's key: a person's id may hold what a key may not.</summary>
    public static string Of(PersonId person) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(person.ToString())));
}
