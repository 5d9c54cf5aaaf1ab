import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/api/generated'] },
  ...tseslint.configs.strict,
  {
    files: ['src/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'react-hooks': reactHooks },
    rules: {
      // The two classic rules; those of the React compiler make linting five times as slow.
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // A promise that nobody waits for hides its error.
      '@typescript-eslint/no-floating-promises': 'error',
      // Text belongs in the catalogue; a string between tags is a sentence somebody forgot to translate.
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXText[value=/[A-Za-zÀ-ÿ]{2,}/]', message: 'Put this text in i18n/nl.json and en.json.' },
      ],
      'no-console': 'error',
    },
  },
)
