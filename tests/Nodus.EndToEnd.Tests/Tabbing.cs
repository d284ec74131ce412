using Microsoft.Playwright;

namespace Nodus.EndToEnd.Tests;

/// <summary>Goes through a page as somebody does who has only a keyboard.</summary>
internal static class Tabbing
{
    /// <summary>Presses Tab until something has the focus.</summary>
    /// <param name="page">The page.</param>
    /// <param name="goal">What is to have it.</param>
    /// <param name="stepsMax">The test fails after so many presses.</param>
    public static async Task TabToAsync(this IPage page, ILocator goal, int stepsMax)
    {
        for (int step = 0; step < stepsMax; step++)
        {
            if (await goal.EvaluateAsync<bool>("element => element === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{goal} was not reached by {stepsMax} presses of Tab.");
    }
}
