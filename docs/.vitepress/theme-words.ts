/** What VitePress itself says on every page, by language. */
import type { DefaultTheme } from "vitepress";
import type { Language } from "./words";

/** The words around a page. */
export const themeWords: Readonly<Record<Language, DefaultTheme.Config>> = {
  en: {},
  es: {
    outline: { level: [2, 3], label: "En esta página" },
    returnToTopLabel: "Volver arriba",
    sidebarMenuLabel: "Menú",
    langMenuLabel: "Cambiar de idioma",
    darkModeSwitchLabel: "Aspecto",
    lightModeSwitchTitle: "Cambiar al modo claro",
    darkModeSwitchTitle: "Cambiar al modo oscuro",
    skipToContentLabel: "Ir al contenido",
  },
};

/** The words of the search, in Spanish. */
export const searchWords: NonNullable<DefaultTheme.LocalSearchOptions["translations"]> = {
  button: { buttonText: "Buscar", buttonAriaLabel: "Buscar" },
  modal: {
    displayDetails: "Mostrar detalles",
    resetButtonTitle: "Borrar la búsqueda",
    backButtonTitle: "Cerrar la búsqueda",
    noResultsText: "No se encontró nada para",
    footer: { selectText: "elegir", navigateText: "moverse", closeText: "cerrar" },
  },
};
